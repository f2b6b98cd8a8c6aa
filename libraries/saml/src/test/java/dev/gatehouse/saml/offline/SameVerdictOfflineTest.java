package dev.gatehouse.saml.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.MetadataOutcome;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.SamlVerdict;
import dev.gatehouse.saml.VerifiedSubject;
import dev.gatehouse.saml.fixtures.AcceptedShapes;
import dev.gatehouse.saml.fixtures.Fixture;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ReasonFixtures;
import dev.gatehouse.saml.fixtures.ResponseText;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The validator anyone can run says of every fixture what the library says, however it is asked.
 * What the gateway itself says of them over HTTP, a test of the gateway compares.
 */
class SameVerdictOfflineTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> FLAGS =
      Map.of(
          "idpEntityId", "--idp-entity-id",
          "spEntityId", "--sp-entity-id",
          "acsUrl", "--acs-url",
          "inResponseTo", "--in-response-to",
          "at", "--at",
          "policy", "--policy",
          "domains", "--domains",
          "subject", "--subject",
          "authenticatedAfter", "--authenticated-after");

  // The clock is far off: what counts is the instant that is asked about.
  private final VerifySaml command = new VerifySaml(Judge.SAML, Clock.systemUTC());

  private static Map<String, Fixture> fixtures() {
    var all = new LinkedHashMap<String, Fixture>();
    for (ReasonCode code : ReasonCode.values()) {
      all.put(code.code(), ReasonFixtures.of(code));
      all.put("legacy " + code.code(), ReasonFixtures.of(code).legacy());
    }
    AcceptedShapes.sample().forEach(shape -> all.put(shape.toString(), shape.fixture()));
    all.values().removeIf(fixture -> !fixture.canBeAskedElsewhere());
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
  void onlyAFaultWithinCannotBeAskedAbout() {
    assertThat(Stream.of(ReasonCode.values()))
        .filteredOn(code -> !ReasonFixtures.of(code).canBeAskedElsewhere())
        .containsExactly(ReasonCode.NOT_JUDGED);
  }

  @Test
  void legacyLoosensWhatItIsForAndNothingElse() {
    assertThat(Stream.of(ReasonCode.values()))
        .filteredOn(
            code -> ReasonFixtures.of(code).legacy().judged() instanceof SamlVerdict.Accepted)
        .containsExactlyInAnyOrder(ReasonCode.ALGORITHM_REFUSED, ReasonCode.WEAK_KEY);
  }

  @Test
  void aBatchIsJudgedLikeTheServerJudges() throws IOException {
    inABatch(fixtures(), Fixture::line);
  }

  @Test
  void aBatchWithMetadataIsJudgedLikeTheServerJudges() throws IOException {
    inABatch(withKeys(fixtures()), Fixture::lineWithMetadata);
  }

  private void inABatch(
      Map<String, Fixture> fixtures, BiFunction<Fixture, String, ObjectNode> asked)
      throws IOException {
    var lines = new StringBuilder();
    fixtures.forEach((name, fixture) -> lines.append(asked.apply(fixture, name)).append('\n'));

    var answers = run(0, lines.toString().getBytes(StandardCharsets.UTF_8), "--batch");

    assertThat(answers)
        .extracting(answer -> answer.path("id").asText())
        .containsExactlyElementsOf(fixtures.keySet());
    answers.forEach(answer -> {
      String name = answer.path("id").asText();
      same(name, answer, Objects.requireNonNull(fixtures.get(name)).judged());
    });
  }

  @Test
  void flagsAreJudgedLikeTheServerJudges(@TempDir Path folder) throws IOException {
    withFlags(folder, fixtures(), Fixture::line);
  }

  @Test
  void flagsWithMetadataAreJudgedLikeTheServerJudges(@TempDir Path folder) throws IOException {
    withFlags(folder, withKeys(fixtures()), Fixture::lineWithMetadata);
  }

  private void withFlags(
      Path folder, Map<String, Fixture> fixtures, BiFunction<Fixture, String, ObjectNode> asked)
      throws IOException {
    for (var entry : fixtures.entrySet()) {
      var verdict = entry.getValue().judged();
      int status = verdict instanceof SamlVerdict.Accepted ? 0 : 1;
      var line = asked.apply(entry.getValue(), "x");
      var answer = run(status, new byte[0], flags(folder, line));
      assertThat(answer).hasSize(1);
      same(entry.getKey(), answer.getFirst(), verdict);
    }
  }

  /** Metadata without a key is refused as a whole, before any message is looked at. */
  private static Map<String, Fixture> withKeys(Map<String, Fixture> fixtures) {
    fixtures.values().removeIf(fixture -> fixture.trusted().isEmpty());
    return fixtures;
  }

  @Test
  void metadataIsUnderstoodLikeTheServerUnderstandsIt(@TempDir Path folder) throws IOException {
    for (Fixture fixture : withKeys(fixtures()).values()) {
      byte[] xml = fixture.metadata().getBytes(StandardCharsets.UTF_8);
      var file = Files.write(folder.resolve("metadata.xml"), xml);
      var understood = Judge.SAML.readMetadata(xml, Optional.empty(), ResponseText.NOW);
      assertThat(understood).isInstanceOf(MetadataOutcome.Read.class);
      var metadata = ((MetadataOutcome.Read) understood).metadata();

      var answer = run(0, new byte[0], "--metadata", file.toString()).getFirst();

      assertThat(answer.path("entityId").asText()).isEqualTo(metadata.entityId());
      assertThat(answer.path("ssoRedirectUrl").asText())
          .isEqualTo(metadata.ssoRedirectUrl().orElseThrow().toString());
      assertThat(answer.path("certificates").findValuesAsText("fingerprint"))
          .isEqualTo(
              metadata.signingCertificates().stream().map(IdpCertificate::fingerprint).toList())
          .hasSize(fixture.trusted().size());
    }
    var nobody =
        Files.writeString(
            folder.resolve("nobody.xml"), ReasonFixtures.of(ReasonCode.NO_TRUSTED_KEY).metadata());
    assertThat(run(1, new byte[0], "--metadata", nobody.toString()).getFirst().path("outcome"))
        .hasToString("\"unreadable\"");
  }

  private static String[] flags(Path folder, ObjectNode line) throws IOException {
    var flags = new ArrayList<String>();
    FLAGS.forEach((name, flag) -> {
      if (line.has(name)) {
        flags.addAll(List.of(flag, line.path(name).asText()));
      }
    });
    inFiles(folder, "--response", line.path("response"), flags);
    inFiles(folder, "--idp-metadata", line.path("idpMetadata"), flags);
    for (JsonNode pem : line.path("idpCertificates")) {
      inFiles(folder, "--idp-certificate", pem, flags);
    }
    for (JsonNode pem : line.path("decryptionKeys")) {
      inFiles(folder, "--decryption-key", pem, flags);
    }
    return flags.toArray(String[]::new);
  }

  private static void inFiles(Path folder, String flag, JsonNode text, List<String> flags)
      throws IOException {
    if (text.isTextual()) {
      var file = Files.writeString(folder.resolve(flags.size() + ".txt"), text.asText());
      flags.addAll(List.of(flag, file.toString()));
    }
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
