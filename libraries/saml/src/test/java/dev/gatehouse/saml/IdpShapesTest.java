package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.accepted;
import static dev.gatehouse.saml.fixtures.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Encrypting;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import dev.gatehouse.saml.fixtures.TestKey;
import dev.gatehouse.saml.fixtures.Xml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Messages in the form in which the common identity providers really send them. */
class IdpShapesTest {

  private static final List<String> SHAPES =
      List.of("okta", "entra", "google", "keycloak", "adfs", "shibboleth");

  /** Where the signatures stand. */
  private enum Signed {
    ASSERTION,
    RESPONSE,
    BOTH
  }

  /** Whether the assertion travels in the clear. */
  private enum Encrypted {
    NO,
    GCM,
    CBC
  }

  @TestFactory
  Stream<DynamicTest> acceptsEveryShapeHoweverItIsSignedAndEncrypted() {
    var tests = new ArrayList<DynamicTest>();
    for (String shape : SHAPES) {
      for (Signed signed : Signed.values()) {
        for (Encrypted encrypted : Encrypted.values()) {
          if (encrypted == Encrypted.CBC && signed == Signed.ASSERTION) {
            continue;
          }
          for (TestKey key : List.of(Judge.KEY, TestKey.ec("idp", 256))) {
            tests.add(
                DynamicTest.dynamicTest(
                    shape
                        + ", signed "
                        + signed
                        + ", encrypted "
                        + encrypted
                        + ", "
                        + key.privateKey().getAlgorithm(),
                    () -> accepts(shape, signed, encrypted, key)));
          }
        }
      }
    }
    return tests.stream();
  }

  private static void accepts(String shape, Signed signed, Encrypted encrypted, TestKey key) {
    var expected =
        Judge.expecting()
            .trusted(List.of(TestKey.rsa("previous").trusted(), key.trusted()))
            .decryptionKeys(List.of(Judge.OURS.privateKey()));
    var accepted = accepted(judge(message(shape, signed, encrypted, key), expected));

    assertThat(accepted.subject().email()).contains("alice@example.com");
    assertThat(accepted.subject().givenName()).contains("Alice");
    assertThat(accepted.subject().subjectKey())
        .isEqualTo(
            shape.equals("shibboleth") ? "VJ4MQKQXZ7E3C5KJ5Y3XV6MM4WDO2SLS" : "alice@example.com");
  }

  private static String message(String shape, Signed signed, Encrypted encrypted, TestKey key) {
    var signing = new Signing(key);
    signing.prefixes = shape.equals("okta") ? List.of("xs") : List.of();
    var document = Xml.parse(template(shape));
    var assertion = Xml.assertion(document);
    if (signed != Signed.RESPONSE) {
      signing.sign(assertion);
    }
    if (encrypted != Encrypted.NO) {
      var encrypting = new Encrypting(Judge.OURS);
      encrypting.dataAlgorithm = encrypted == Encrypted.GCM ? Encrypting.GCM : Encrypting.CBC;
      encrypting.place = Encrypting.KeyPlace.BESIDE_WITH_RETRIEVAL_METHOD;
      String container = encrypting.element("EncryptedAssertion", Xml.write(assertion));
      var node = document.importNode(Xml.parse(container).getDocumentElement(), true);
      assertion.getParentNode().replaceChild(node, assertion);
    }
    if (signed != Signed.ASSERTION) {
      signing.sign(document.getDocumentElement());
    }
    return Xml.write(document);
  }

  private static String template(String shape) {
    try (var file = IdpShapesTest.class.getResourceAsStream("/saml/shapes/" + shape + ".xml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .strip()
          .replace("@ACS@", ResponseText.ACS)
          .replace("@SP@", ResponseText.SP)
          .replace("@IDP@", ResponseText.IDP)
          .replace("@REQUEST@", ResponseText.REQUEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readsEntraByTenantAndObject() {
    String xml = message("entra", Signed.ASSERTION, Encrypted.NO, Judge.KEY);
    var expected = Judge.expecting().subjectSource(new SubjectSource.EntraObjectId());
    assertThat(accepted(judge(xml, expected)).subject().subjectKey())
        .isEqualTo("8f0c2d5e-3a57-4c1c-9a55-2d4e2f9a1b11/1c4b9f2e-0d31-4a79-bb6e-51f6f3a7c0de");
  }

  @Test
  void joinsAttributesThatAreSentOneByOne() {
    String xml = message("keycloak", Signed.BOTH, Encrypted.NO, Judge.KEY);
    assertThat(accepted(judge(xml)).subject().attributes())
        .containsEntry("Role", List.of("offline_access", "uma_authorization"));
  }

  @Test
  void readsANameIdInsideAnAttribute() {
    String xml = message("shibboleth", Signed.BOTH, Encrypted.NO, Judge.KEY);
    assertThat(accepted(judge(xml)).subject().attributes())
        .containsEntry(
            "urn:oid:1.3.6.1.4.1.5923.1.1.1.10", List.of("VJ4MQKQXZ7E3C5KJ5Y3XV6MM4WDO2SLS"));
  }

  @Test
  void readsGroupsFromAdfs() {
    String xml = message("adfs", Signed.ASSERTION, Encrypted.NO, Judge.KEY);
    assertThat(accepted(judge(xml)).subject().groups())
        .containsExactly("Domain Users", "Engineering");
  }
}
