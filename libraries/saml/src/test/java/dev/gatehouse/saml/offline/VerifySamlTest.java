package dev.gatehouse.saml.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.saml.fixtures.Encrypting;
import dev.gatehouse.saml.fixtures.Fixture;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import dev.gatehouse.saml.fixtures.TestKey;
import dev.gatehouse.saml.fixtures.Xml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifySamlTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final VerifySaml command =
      new VerifySaml(Judge.SAML, Clock.fixed(ResponseText.NOW, ZoneOffset.UTC));
  private final ResponseText text = new ResponseText();

  /** What a run printed and returned. */
  private record Run(int status, List<JsonNode> answers) {
    JsonNode answer() {
      assertThat(answers).hasSize(1);
      return answers.getFirst();
    }
  }

  private Run run(byte[] in, String... arguments) throws IOException {
    var out = new ByteArrayOutputStream();
    var errors = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int status =
        command.run(
            List.of(arguments),
            new ByteArrayInputStream(in),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            errors);
    var answers = new ArrayList<JsonNode>();
    for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
      if (!line.isBlank()) {
        answers.add(JSON.readTree(line));
      }
    }
    return new Run(status, answers);
  }

  private String signed() {
    return new Signing(Judge.KEY).sign(text.response(), true, false);
  }

  private static String base64(String xml) {
    return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode line(String response) {
    var line =
        JSON.createObjectNode()
            .put("id", "case-1")
            .put("response", response)
            .put("idpEntityId", ResponseText.IDP)
            .put("spEntityId", ResponseText.SP)
            .put("acsUrl", ResponseText.ACS)
            .put("inResponseTo", ResponseText.REQUEST)
            .put("at", "2026-11-20T10:00:00Z")
            .put("policy", "strict")
            .put("domains", "example.com,example.org");
    line.withArray("idpCertificates").add(Judge.KEY.trusted().toPem());
    return line;
  }

  private List<JsonNode> batch(String lines) throws IOException {
    return run(lines.getBytes(StandardCharsets.UTF_8), "--batch").answers();
  }

  @Test
  void judgesOneFile(@TempDir Path folder) throws IOException {
    var response = Files.writeString(folder.resolve("response.xml"), signed());
    var certificate = Files.writeString(folder.resolve("idp.pem"), Judge.KEY.trusted().toPem());
    String[] arguments = {
      "--response",
      response.toString(),
      "--idp-entity-id",
      ResponseText.IDP,
      "--idp-certificate",
      certificate.toString(),
      "--sp-entity-id",
      ResponseText.SP,
      "--acs-url",
      ResponseText.ACS,
      "--in-response-to",
      ResponseText.REQUEST,
      "--at",
      "2026-11-20T10:00:00Z",
      "--policy",
      "strict",
      "--domains",
      "any"
    };
    var run = run(new byte[0], arguments);

    assertThat(run.status()).isZero();
    assertThat(run.answer().path("verdict").asText()).isEqualTo("accepted");
    assertThat(run.answer().at("/subject/nameId").asText()).isEqualTo("alice@example.com");
    assertThat(run.answer().at("/subject/email").asText()).isEqualTo("alice@example.com");
    assertThat(run.answer().at("/subject/attributes/firstName/0").asText()).isEqualTo("Alice");

    Files.writeString(response, base64(signed().replace(">Alice<", ">Bob<")));
    var refused = run(new byte[0], arguments);
    assertThat(refused.status()).isOne();
    assertThat(refused.answer().at("/reasons/0/code").asText()).isEqualTo("digest_mismatch");
    assertThat(refused.answer().at("/subject/nameId").isNull()).isTrue();
  }

  @Test
  void answersEveryLineOfABatch() throws IOException {
    var other = line(signed()).put("id", 2).put("inResponseTo", "none");
    var answers = batch(line(base64(signed())) + "\n" + other + "\n");

    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).path("id").asText()).isEqualTo("case-1");
    assertThat(answers.get(0).path("verdict").asText()).isEqualTo("accepted");
    assertThat(answers.get(1).path("id").asInt()).isEqualTo(2);
    assertThat(answers.get(1).at("/reasons/0/code").asText()).isEqualTo("in_response_to_mismatch");
  }

  @Test
  void answersGarbageToo() throws IOException {
    String garbage =
        String.join(
            "\n",
            "",
            "{",
            "[]",
            "null",
            "\u0000\ufffd",
            "[".repeat(5000),
            "{\"id\":{\"a\":[1]}}",
            "{\"id\":7,\"response\":12}",
            "{} {}",
            line("%%%").toString(),
            line("/etc").toString(),
            line("x".repeat(100_000)).toString(),
            line(signed()).put("at", "yesterday").toString(),
            line(signed()).put("policy", "none").toString(),
            line(signed()).put("idpMetadata", "<html/>").toString(),
            line(signed()).put("decryptionKey", "AAAA").toString(),
            line(signed()).set("idpCertificates", JSON.createObjectNode()).toString());
    var answers = batch(garbage);

    assertThat(answers).hasSize(17);
    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.path("verdict").asText()).isEqualTo("rejected");
          assertThat(answer.at("/reasons/0/code").asText()).isNotBlank();
        });
    assertThat(answers.get(7).path("id").asInt()).isEqualTo(7);
  }

  @Test
  void readsBytesThatAreNoText() throws IOException {
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, '\n', 0, '\n', (byte) 0xc3};
    assertThat(run(bytes, "--batch").answers()).hasSize(3);
  }

  @Test
  void takesKeysFromMetadataAndDecrypts() throws IOException, JsonProcessingException {
    String metadata =
        "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\""
            + ResponseText.IDP
            + "\"><md:IDPSSODescriptor"
            + " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
            + "<md:KeyDescriptor><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
            + "<ds:X509Data><ds:X509Certificate>"
            + Judge.KEY.trusted().toPem().replaceAll("-----[A-Z ]+-----", "")
            + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
            + "<md:SingleSignOnService Location=\"https://idp.example.com/sso\""
            + " Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\"/>"
            + "</md:IDPSSODescriptor></md:EntityDescriptor>";
    String encrypted = new Encrypting(Judge.OURS).element("EncryptedAssertion", text.assertion());
    var line = line(new Signing(Judge.KEY).sign(text.response(encrypted), false, true));
    line.remove(List.of("idpCertificates", "idpEntityId"));
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(Judge.OURS.privateKey().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    line.put("idpMetadata", metadata).put("decryptionKey", pem);

    assertThat(batch(line.toString()).getFirst().path("verdict").asText()).isEqualTo("accepted");
    var shown = run(new byte[0], "--metadata", metadata);
    assertThat(shown.status()).isZero();
    assertThat(shown.answer().path("entityId").asText()).isEqualTo(ResponseText.IDP);
    assertThat(shown.answer().at("/certificates/0/fingerprint").asText())
        .isEqualTo(Judge.KEY.trusted().fingerprint());
  }

  @Test
  void answersMisuseInJsonToo(@TempDir Path folder) throws IOException {
    var metadata = Files.writeString(folder.resolve("idp.xml"), Fixture.of("").metadata());
    for (String[] misuse :
        List.of(
            new String[] {},
            new String[] {"--nonsense"},
            new String[] {"--response"},
            new String[] {"--response", "--policy"},
            new String[] {"--response", "<a/>", "--response", "<b/>"},
            new String[] {"--batch", "--policy", "strict"},
            new String[] {"--metadata", metadata.toString(), "--response", signed()})) {
      var run = run(new byte[0], misuse);
      assertThat(run.status()).as(String.join(" ", misuse)).isOne();
      assertThat(run.answer().path("verdict").asText()).isEqualTo("rejected");
      assertThat(run.answer().at("/reasons/0/code").asText()).isEqualTo("bad_input");
    }
  }

  @Test
  void saysThatThereIsNoSuchFile(@TempDir Path folder) throws IOException {
    String missing = folder.resolve("missing").toString();
    for (String name : List.of("response", "idpMetadata", "idpCertificate", "decryptionKey")) {
      var answers =
          batch(line(signed()).put(name, missing) + "\n" + line(signed()).put(name, "" + folder));
      assertThat(answers.get(0).at("/reasons/0/text").asText()).startsWith("There is no such file");
      assertThat(answers.get(1).at("/reasons/0/text").asText()).startsWith("This is a directory");
    }
    var metadata = run(new byte[0], "--metadata", missing);
    assertThat(metadata.status()).isOne();
    assertThat(metadata.answer().at("/reasons/0/code").asText()).isEqualTo("bad_input");
  }

  @Test
  void takesEveryCertificateOfAFile() throws IOException {
    String both = Judge.ATTACKER.trusted().toPem() + Judge.KEY.trusted().toPem();
    var line = line(signed());
    line.putArray("idpCertificates").add(both);
    assertThat(verdict(line)).isEqualTo("accepted");
  }

  @Test
  void readsADecryptionKeyAsDer(@TempDir Path folder) throws IOException {
    var der = Files.write(folder.resolve("key.der"), Judge.OURS.privateKey().getEncoded());
    var document = Xml.parse(text.assertion());
    new Signing(Judge.KEY).sign(document.getDocumentElement());
    String encrypted =
        new Encrypting(Judge.OURS).element("EncryptedAssertion", Xml.write(document));
    var line = line(text.response(encrypted)).put("decryptionKey", der.toString());
    assertThat(verdict(line)).isEqualTo("accepted");
  }

  @Test
  void saysWhatIsWrongWithADecryptionKey() throws IOException {
    String password =
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
            + "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\nAAAA\n"
            + "-----END RSA PRIVATE KEY-----\n";
    String garbage = "-----BEGIN PRIVATE KEY-----\n!!!*&^\n-----END PRIVATE KEY-----\n";
    String elliptic = Fixture.pem(TestKey.ec("sp ec", 256).privateKey());
    String[] arguments = {
      "--response", signed(), "--sp-entity-id", "x", "--acs-url", "x", "--decryption-key", garbage
    };

    assertThat(run(new byte[0], arguments).answer().at("/reasons/0/text").asText())
        .contains("an RSA key");
    assertThat(text(line(signed()).put("decryptionKey", elliptic))).contains("an RSA key");
    assertThat(text(line(signed()).put("decryptionKey", password))).contains("has a password");
  }

  @Test
  void anEmptyListOfDomainsLetsNobodyIn() throws IOException {
    var line = line(signed());
    line.putArray("domains");
    assertThat(verdict(line)).isEqualTo("rejected");
    line.put("domains", "ANY");
    assertThat(verdict(line)).isEqualTo("accepted");
  }

  @Test
  void readsPastTheByteOrderMarkOfAnEditor() throws IOException {
    assertThat(verdict("\ufeff" + line(signed()))).isEqualTo("accepted");
    assertThat(verdict(line("\ufeff" + base64(signed())))).isEqualTo("accepted");
  }

  @Test
  void showsOneOfSeveralIdentityProviders() throws IOException {
    String aggregate =
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            + Fixture.of("").metadata().replace(ResponseText.IDP, "https://other.example.com")
            + Fixture.of("").metadata()
            + "</md:EntitiesDescriptor>";
    var several = run(new byte[0], "--metadata", aggregate);
    assertThat(several.answer().path("outcome").asText()).isEqualTo("several_entities");
    var one = run(new byte[0], "--metadata", aggregate, "--idp-entity-id", ResponseText.IDP);
    assertThat(one.status()).isZero();
    assertThat(one.answer().path("entityId").asText()).isEqualTo(ResponseText.IDP);
  }

  private String verdict(Object line) throws IOException {
    var answers = batch(line.toString());
    assertThat(answers).hasSize(1);
    return answers.getFirst().path("verdict").asText();
  }

  private String text(Object line) throws IOException {
    return batch(line.toString()).getFirst().at("/reasons/0/text").asText();
  }
}
