package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.accepted;
import static dev.gatehouse.saml.fixtures.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Encrypting;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.Mutation;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import dev.gatehouse.saml.fixtures.Xml;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a signed message, nobody but the person it was signed for gets in. */
class MutatedResponsesTest {

  private static final int EACH = 1_000;

  private static Expectations.Builder expecting() {
    return Judge.expecting().decryptionKeys(List.of(Judge.OURS.privateKey()));
  }

  private static String message(String style) {
    var text = new ResponseText();
    var signing = new Signing(Judge.KEY);
    return switch (style) {
      case "assertion" -> signing.sign(text.response(), true, false);
      case "response" -> signing.sign(text.response(), false, true);
      case "both" -> signing.sign(text.response(), true, true);
      case "assertion encrypted" -> text.response(encrypted(signedAssertion(text, signing)));
      case "response around encrypted" ->
          signing.sign(text.response(encrypted(text.assertion())), false, true);
      case "both, encrypted" ->
          signing.sign(text.response(encrypted(signedAssertion(text, signing))), false, true);
      default -> {
        String plain =
            text.nameIdElement().replace("NameID ", "NameID xmlns:saml=\"" + Xml.SAML + "\" ");
        text.subjectName = Optional.of(new Encrypting(Judge.OURS).element("EncryptedID", plain));
        yield signing.sign(text.response(), true, true);
      }
    };
  }

  private static String signedAssertion(ResponseText text, Signing signing) {
    var document = Xml.parse(text.assertion());
    signing.sign(document.getDocumentElement());
    return Xml.write(document);
  }

  private static String encrypted(String assertion) {
    return new Encrypting(Judge.OURS).element("EncryptedAssertion", assertion);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertion",
        "response",
        "both",
        "assertion encrypted",
        "response around encrypted",
        "both, encrypted",
        "both, NameID encrypted"
      })
  void noMutationLetsAnybodyElseIn(String style) {
    String original = message(style);
    var signedFor = accepted(judge(original, expecting())).subject();
    int survived = 0;
    for (long seed = 0; seed < EACH; seed++) {
      String mutated = new Mutation(seed).of(original);
      switch (judge(mutated, expecting())) {
        case SamlVerdict.Accepted accepted -> {
          assertThat(accepted.subject()).as("seed %s, %s", seed, style).isEqualTo(signedFor);
          survived++;
        }
        case SamlVerdict.Rejected rejected ->
            assertThat(rejected.reasons().stream().map(Reason::code))
                .as("seed %s, %s", seed, style)
                .isNotEmpty()
                .doesNotContain(ReasonCode.NOT_JUDGED);
      }
    }
    // Some damage is harmless (outside what is signed); if all were, nothing was damaged.
    assertThat(survived).isLessThan(EACH / 2);
  }
}
