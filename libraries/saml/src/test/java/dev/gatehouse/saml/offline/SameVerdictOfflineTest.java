package dev.gatehouse.saml.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.SamlVerdict;
import dev.gatehouse.saml.VerifiedSubject;
import dev.gatehouse.saml.fixtures.AcceptedShapes;
import dev.gatehouse.saml.fixtures.Fixture;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ReasonFixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The validator anyone can run says of every fixture what the gateway would say. */
class SameVerdictOfflineTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  // The clock is far off: what counts is the instant that is asked about.
  private final VerifySaml command = new VerifySaml(Judge.SAML, Clock.systemUTC());

  private static Map<String, Fixture> fixtures() {
    var all = new LinkedHashMap<String, Fixture>();
    for (ReasonCode code : ReasonCode.values()) {
      all.put(code.code(), ReasonFixtures.of(code));
    }
    AcceptedShapes.sample().forEach(shape -> all.put(shape.toString(), shape.fixture()));
    all.values().removeIf(fixture -> !fixture.canBeAskedOffline());
    return all;
  }

  private List<JsonNode> run(int status, byte[] in, String... arguments) throws IOException {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(command.run(List.of(arguments), new ByteArrayInputStream(in), print, print))
        .isEqualTo(status);
    var answers = new ArrayList<JsonNode>();
    for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  @Test
  void aBatchIsJudgedLikeTheServerJudges() throws IOException {
    var fixtures = fixtures();
    var lines = new StringBuilder();
    fixtures.forEach((name, fixture) -> lines.append(fixture.line(name)).append('\n'));

    var answers = run(0, lines.toString().getBytes(StandardCharsets.UTF_8), "--batch");

    assertThat(answers)
        .extracting(answer -> answer.path("id").asText())
        .containsExactlyElementsOf(fixtures.keySet());
    answers.forEach(answer -> {
      String name = answer.path("id").asText();
      same(name, answer, java.util.Objects.requireNonNull(fixtures.get(name)).judged());
    });
  }

  @Test
  void flagsAreJudgedLikeTheServerJudges(@TempDir Path folder) throws IOException {
    for (var entry : fixtures().entrySet()) {
      var verdict = entry.getValue().judged();
      int status = verdict instanceof SamlVerdict.Accepted ? 0 : 1;
      var answer = run(status, new byte[0], flags(folder, entry.getValue()));
      assertThat(answer).hasSize(1);
      same(entry.getKey(), answer.getFirst(), verdict);
    }
  }

  private static String[] flags(Path folder, Fixture fixture) throws IOException {
    var line = fixture.line("x");
    var response = Files.writeString(folder.resolve("response"), fixture.response());
    var flags =
        new ArrayList<>(
            List.of(
                "--response", response.toString(),
                "--idp-entity-id", line.path("idpEntityId").asText(),
                "--sp-entity-id", line.path("spEntityId").asText(),
                "--acs-url", line.path("acsUrl").asText(),
                "--in-response-to", line.path("inResponseTo").asText(),
                "--at", line.path("at").asText(),
                "--policy", "strict",
                "--domains", line.path("domains").asText()));
    int number = 0;
    for (JsonNode pem : line.path("idpCertificates")) {
      var file = Files.writeString(folder.resolve(number++ + ".pem"), pem.asText());
      flags.addAll(List.of("--idp-certificate", file.toString()));
    }
    for (JsonNode pem : line.path("decryptionKeys")) {
      var file = Files.writeString(folder.resolve(number++ + ".pem"), pem.asText());
      flags.addAll(List.of("--decryption-key", file.toString()));
    }
    return flags.toArray(String[]::new);
  }

  private static void same(String name, JsonNode answer, SamlVerdict verdict) {
    switch (verdict) {
      case SamlVerdict.Accepted accepted -> {
        assertThat(answer.path("verdict").asText()).as(name).isEqualTo("accepted");
        assertThat(answer.path("reasons")).as(name).isEmpty();
        assertThat(subject(answer.path("subject"))).as(name).isEqualTo(subject(accepted.subject()));
      }
      case SamlVerdict.Rejected rejected -> {
        assertThat(answer.path("verdict").asText()).as(name).isEqualTo("rejected");
        assertThat(reasons(answer)).as(name).isEqualTo(reasons(rejected));
      }
    }
  }

  private static List<List<String>> reasons(JsonNode answer) {
    var all = new ArrayList<List<String>>();
    for (JsonNode reason : answer.path("reasons")) {
      all.add(
          List.of(
              reason.path("code").asText(),
              reason.path("expected").asText(),
              reason.path("received").asText(),
              reason.path("text").asText()));
    }
    return all;
  }

  private static List<List<String>> reasons(SamlVerdict.Rejected rejected) {
    return rejected.reasons().stream()
        .map((Reason reason) ->
            List.of(reason.code().code(), reason.expected(), reason.received(), reason.text()))
        .toList();
  }

  private static List<Object> subject(JsonNode subject) {
    return List.of(
        subject.path("nameId").asText(),
        subject.path("nameIdFormat").asText(),
        subject.path("email").asText(),
        JSON.convertValue(subject.path("attributes"), Map.class));
  }

  private static List<Object> subject(VerifiedSubject subject) {
    return List.of(
        subject.nameId().orElse("null"),
        subject.nameIdFormat().orElse("null"),
        subject.email().orElse("null"),
        subject.attributes());
  }
}
