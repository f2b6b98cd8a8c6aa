package dev.gatehouse.connection.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a SAML connection asks of its provider, and what it lets through. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SamlOptionsTest {

  private static final TestIdp IDP = TestIdp.named("options");

  private Admin admin;
  private String connection;

  @BeforeEach
  void anOrganizationSetsUpItsConnection() {
    TestOrganization acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    connection = admin.create(acme, "custom-saml");
  }

  @Test
  void asksNothingOfTheProviderUnlessTold() {
    JsonPath saved = ok(save(admin, Map.of("metadataXml", IDP.metadata())));

    assertThat(saved.<Object>get("draft.saml.nameIdFormat")).isNull();
    assertThat(saved.<Object>get("draft.saml.requestedAuthnContext")).isNull();
    assertThat(saved.getBoolean("draft.saml.forceAuthn")).isFalse();
    assertThat(saved.getBoolean("draft.saml.signRequests")).isFalse();
    assertThat(saved.<Object>get("draft.saml.sloUrl")).isNull();
    assertThat(saved.<Object>get("draft.saml.sloBinding")).isNull();
    assertThat(saved.<String>getList("draft.saml.attributes.email"))
        .contains("email", "mail", "urn:oid:0.9.2342.19200300.100.1.3");
    assertThat(saved.<Object>getList("warnings")).isEmpty();
  }

  @Test
  void asksWhatItWasToldAndKeepsEveryAnswerOfTheMapping() {
    Map<String, ?> options =
        Map.of(
            "nameIdFormat",
            "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            "requestedAuthnContext",
            "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
            "forceAuthn",
            true,
            "signRequests",
            true,
            "attributes",
            Map.of(
                "email", List.of("mail"),
                "givenName", List.of("vorname"),
                "familyName", List.of("nachname"),
                "groups", List.of("gruppen")));

    JsonPath saved = ok(save(admin, Map.of("metadataXml", IDP.metadata(), "options", options)));

    assertThat(saved.getMap("draft.saml")).containsAllEntriesOf(options);
  }

  @Test
  void newMetadataTakesBackNothingThatTheAdminChose() {
    Map<String, ?> options =
        Map.of(
            "nameIdFormat",
            "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            "requestedAuthnContext",
            "urn:oasis:names:tc:SAML:2.0:ac:classes:Password",
            "forceAuthn",
            true,
            "signRequests",
            true,
            "subject",
            Map.of("source", "attribute", "attribute", "employeeNumber"),
            "attributes",
            Map.of("email", List.of("mail")));
    JsonPath chosen = ok(save(admin, Map.of("metadataXml", IDP.metadata(), "options", options)));

    JsonPath renewed = ok(save(admin, Map.of("metadataXml", IDP.metadata())));

    assertThat(renewed.getInt("draft.number")).isGreaterThan(chosen.getInt("draft.number"));
    assertThat(renewed.getMap("draft.saml")).isEqualTo(chosen.getMap("draft.saml"));
  }

  @Test
  void emptyAsksForNothingAgainAndSilenceKeepsWhatWasAskedFor() {
    Map<String, String> asked =
        Map.of(
            "nameIdFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            "requestedAuthnContext", "urn:oasis:names:tc:SAML:2.0:ac:classes:Password");
    ok(save(admin, Map.of("metadataXml", IDP.metadata(), "options", asked)));

    JsonPath kept = ok(save(admin, Map.of("options", Map.of("forceAuthn", true))));
    JsonPath cleared =
        ok(save(admin, Map.of("options", Map.of("nameIdFormat", "", "requestedAuthnContext", ""))));

    assertThat(kept.getMap("draft.saml")).containsAllEntriesOf(asked);
    assertThat(cleared.<Object>get("draft.saml.nameIdFormat")).isNull();
    assertThat(cleared.<Object>get("draft.saml.requestedAuthnContext")).isNull();
  }

  @Test
  void signsRequestsWhereMetadataWantsThem() {
    String wanting =
        IDP.metadata()
            .replace("<IDPSSODescriptor ", "<IDPSSODescriptor WantAuthnRequestsSigned=\"1\" ");

    JsonPath saved = ok(save(admin, Map.of("metadataXml", wanting)));

    assertThat(saved.getBoolean("draft.saml.signRequests")).isTrue();
    assertThat(saved.getBoolean("understood.wantsSignedRequests")).isTrue();
  }

  @Test
  void keepsWhereLogoutGoesAndTellsTheGateway() {
    String slo =
        "<SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
            + " Location=\"https://options.example/slo\""
            + " ResponseLocation=\"https://options.example/slo/done\"/><SingleSignOnService";

    ok(save(admin, Map.of("metadataXml", IDP.metadata().replace("<SingleSignOnService", slo))));
    JsonPath later = ok(save(admin, Map.of("options", Map.of("forceAuthn", true))));

    assertThat(later.getString("draft.saml.sloUrl")).isEqualTo("https://options.example/slo");
    assertThat(later.getString("draft.saml.sloResponseUrl"))
        .isEqualTo("https://options.example/slo/done");
    assertThat(later.getString("draft.saml.sloBinding")).isEqualTo("post");
    await().untilAsserted(() -> assertThat(latestEvent()).contains("\"forceAuthn\":true"));
    assertThat(EventContracts.violations("connection", latestEvent())).isEmpty();
    assertThat(new JsonPath(latestEvent()).getString("draft.saml.sloBinding")).isEqualTo("post");
  }

  @Test
  void leavesOutALogoutAddressThatIsNotEncrypted() {
    String slo =
        "<SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\""
            + " Location=\"http://options.example/slo\"/><SingleSignOnService";

    JsonPath saved =
        ok(save(admin, Map.of("metadataXml", IDP.metadata().replace("<SingleSignOnService", slo))));

    assertThat(saved.<Object>get("draft.saml.sloUrl")).isNull();
    assertThat(saved.<String>getList("understood.warnings.code")).contains("logout_skipped");
  }

  @Test
  void onlyAnOperatorLetsSha1ThroughForAWhileAndEverybodySeesIt() {
    ok(save(admin, Map.of("metadataXml", IDP.metadata())));
    Instant until = Instant.now().plus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS);
    Map<String, ?> exception = Map.of("options", Map.of("allowSha1Until", until.toString()));

    refused(save(admin, exception), 403, "operators_only");
    ok(save(Admin.operator(), exception));

    JsonPath seen = admin.read(connection);
    assertThat(seen.getString("draft.saml.allowSha1Until")).isEqualTo(until.toString());
    assertThat(seen.<String>getList("warnings.code")).containsExactly("sha1_allowed");
    assertThat(seen.getString("warnings[0].text")).contains(until.toString());
    await()
        .untilAsserted(() ->
            assertThat(Topic.of("gatehouse.audit").events())
                .anySatisfy(event ->
                    assertThat(event.data())
                        .contains(connection)
                        .contains("sha1_allowed")
                        .contains(until.toString())));
    assertThat(
            ok(save(admin, Map.of("options", Map.of("forceAuthn", true))))
                .<Object>getList("warnings"))
        .hasSize(1);
    assertThat(
            ok(save(admin, Map.of("options", Map.of("allowSha1Until", "2026-01-01T00:00:00Z"))))
                .<Object>getList("warnings"))
        .as("anybody who may edit may end it")
        .isEmpty();
  }

  @Test
  void anExceptionForSha1IsShortAndEndsWithNewMetadata() {
    String tooLong = Instant.now().plus(Duration.ofDays(91)).toString();
    refused(
        save(
            Admin.operator(),
            Map.of("metadataXml", IDP.metadata(), "options", Map.of("allowSha1Until", tooLong))),
        422,
        "sha1_exception_too_long");
    String fine = Instant.now().plus(Duration.ofDays(89)).toString();
    ok(
        save(
            Admin.operator(),
            Map.of("metadataXml", IDP.metadata(), "options", Map.of("allowSha1Until", fine))));

    assertThat(
            ok(save(admin, Map.of("metadataXml", IDP.metadata())))
                .<Object>get("draft.saml.allowSha1Until"))
        .isNull();
  }

  @Test
  void readsAnyRealShapeOfMetadata() {
    TestIdp expired = IDP.expiringIn(Duration.ofSeconds(-1));
    String second =
        "<KeyDescriptor><KeyInfo xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><X509Data>"
            + "<X509Certificate>"
            + expired.certificate()
            + "</X509Certificate></X509Data></KeyInfo></KeyDescriptor>";
    String shape =
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>"
            + IDP.metadata().replace("<KeyDescriptor use=\"signing\">", second + "<KeyDescriptor>");

    JsonPath saved = ok(save(admin, Map.of("metadataXml", shape)));

    assertThat(saved.<String>getList("idpKeys.id"))
        .containsExactlyInAnyOrder(IDP.fingerprint(), expired.fingerprint());
    assertThat(saved.<String>getList("idpKeys.trust")).containsOnly("trusted");
    assertThat(saved.<String>getList("understood.warnings.code"))
        .containsExactly("certificate_expired");
  }

  private String latestEvent() {
    return Topic.of("gatehouse.connections").events().stream()
        .filter(seen -> seen.key().equals(connection))
        .toList()
        .getLast()
        .data();
  }

  private Response save(Admin who, Map<String, ?> body) {
    return who.put(connection, "draft", body);
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("code")).isEqualTo(code);
  }
}
