package dev.gatehouse.saml.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.saml.fixtures.Encrypting;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
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
  void explainsMisuse() throws IOException {
    assertThat(run(new byte[0], "--nonsense").status()).isEqualTo(VerifySaml.MISUSED);
    assertThat(run(new byte[0]).status()).isEqualTo(VerifySaml.MISUSED);
    assertThat(run(new byte[0], "--metadata", "/no/such/file").status()).isOne();
  }
}
