package dev.gatehouse.connection.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.saml.IdpCertificate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ConnectionsTest {

  private TestOrganization acme;
  private Admin admin;

  @BeforeEach
  void anOrganizationSetsUpItsConnection() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
  }

  @Test
  void aNewConnectionHasAddressesWithoutUnderscoresAndAKeyPair() throws Exception {
    JsonPath made = admin.read(admin.create(acme, "okta"));

    String bare = made.getString("id").substring("con_".length());
    assertThat(made.getString("status")).isEqualTo("unconfigured");
    assertThat(made.getString("name")).isEqualTo("Okta");
    assertThat(made.getString("serviceProvider.acsUrl"))
        .isEqualTo(AdminTokens.PUBLIC_URL + "/saml/" + bare + "/acs");
    assertThat(made.getString("serviceProvider.entityId"))
        .isEqualTo(AdminTokens.PUBLIC_URL + "/saml/" + bare + "/metadata");
    assertThat(made.getList("missing"))
        .containsExactly("configuration", "trusted_key", "domain", "test");
    String pem = made.getString("serviceProvider.certificates[0].certificate");
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    certificate.verify(certificate.getPublicKey());
    assertThat(made.getString("serviceProvider.certificates[0].fingerprint"))
        .isEqualTo(IdpCertificate.of(certificate).fingerprint());
    assertThat(certificate.getNotAfter().toInstant())
        .isAfter(java.time.Instant.now().plus(java.time.Duration.ofDays(3649)));
  }

  @Test
  void thePrivateKeyTravelsSealedToTheGatewayAndNoApiShowsIt() {
    String connection = admin.create(acme, "okta");

    await().untilAsserted(() -> assertThat(events(connection)).hasSize(1));
    String data = events(connection).getFirst().data();
    assertThat(EventContracts.violations("connection", data)).isEmpty();
    String sealed = JsonPath.from(data).getString("serviceProvider.keys[0].sealedPrivateKey");
    assertThat(sealed).isNotBlank();
    assertThat(admin.asking().get("/v1/connections/" + connection).asString())
        .doesNotContain(sealed, "sealedPrivateKey");
    assertThat(
            Topic.of("gatehouse.audit").events().stream()
                .filter(seen -> seen.data().contains(connection))
                .toList())
        .isNotEmpty()
        .noneMatch(seen -> seen.data().contains("sealedPrivateKey"));
  }

  @Test
  void aRetriedCreationAnswersAsTheFirst() {
    Map<String, String> body = Map.of("organization", acme.id(), "provider", "okta");
    Response first =
        admin.asking().header("Idempotency-Key", "k1").body(body).post("/v1/connections");
    Response again =
        admin.asking().header("Idempotency-Key", "k1").body(body).post("/v1/connections");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    refused(
        admin
            .asking()
            .header("Idempotency-Key", "k1")
            .body(Map.of("organization", acme.id(), "provider", "custom-saml"))
            .post("/v1/connections"),
        422,
        "idempotency_key_reused");
  }

  @Test
  void listsTheConnectionsOfOneOrganizationInPages() {
    List<String> made =
        List.of(
            admin.create(acme, "okta"),
            admin.create(acme, "custom-saml"),
            admin.create(acme, "google-workspace"));
    Admin.operator().create(TestOrganization.selfServing(), "okta");

    JsonPath first = page("");
    JsonPath second = page("&cursor=" + first.getString("next"));

    assertThat(first.<String>getList("items.id")).isEqualTo(made.subList(0, 2));
    assertThat(second.<String>getList("items.id")).isEqualTo(made.subList(2, 3));
    assertThat(second.getString("next")).isNull();
  }

  private JsonPath page(String more) {
    return admin
        .asking()
        .get("/v1/connections?organization=" + acme.id() + "&limit=2" + more)
        .jsonPath();
  }

  @Test
  void aChangeNeedsTheVersionItIsBasedOn() {
    String connection = admin.create(acme, "okta");
    String path = "/v1/connections/" + connection;
    String read = admin.etag(connection);

    refused(admin.asking().body(Map.of("name", "A")).patch(path), 428, "precondition_required");
    Response changed =
        admin.asking().header("If-Match", read).body(Map.of("name", "A")).patch(path);
    assertThat(changed.<String>path("name")).isEqualTo("A");
    assertThat(changed.header("ETag")).isNotEqualTo(read);
    refused(
        admin.asking().header("If-Match", read).body(Map.of("name", "B")).patch(path),
        412,
        "precondition_failed");
  }

  @Test
  void refusesWhatIsNotWellAsked() {
    refused(
        admin
            .asking()
            .body(Map.of("organization", acme.id(), "provider", "myspace"))
            .post("/v1/connections"),
        422,
        "provider_unknown");
    refused(admin.asking().body(Map.of()).post("/v1/connections"), 400, "invalid_request");
    refused(
        admin
            .asking()
            .body(Map.of("organization", acme.id(), "provider", "okta", "name", "  "))
            .post("/v1/connections"),
        400,
        "invalid_request");
    refused(
        admin
            .asking()
            .body(Map.of("organization", acme.id(), "provider", "okta", "nmae", "typo"))
            .post("/v1/connections"),
        400,
        "invalid_request");
    refused(admin.asking().body("{oops").post("/v1/connections"), 400, "invalid_request");
    refused(admin.asking().get("/v1/connections/con_x"), 400, "malformed_id");
    refused(admin.asking().get("/v1/connections/" + acme.id()), 400, "malformed_id");
  }

  @Test
  void anotherOrganizationsConnectionIsTheSameAsNone() {
    String theirs = Admin.operator().create(TestOrganization.selfServing(), "okta");
    String nobodys = "con_aaaaaaaaaaaaaaaaaaaaaaaaaa";

    Response other = admin.asking().get("/v1/connections/" + theirs);
    Response none = admin.asking().get("/v1/connections/" + nobodys);

    refused(other, 404, "not_found");
    refused(none, 404, "not_found");
    assertThat(withoutTrace(other, theirs)).isEqualTo(withoutTrace(none, nobodys));
  }

  @Test
  void onlyWhoMayManageConnectionsSeesThemAndOnlyWithAnAdminToken() {
    TestOrganization other = TestOrganization.withOrdinaryMember();
    String connection = Admin.operator().create(other, "okta");

    refused(
        Admin.of(other).asking().get("/v1/connections/" + connection), 403, "permission_denied");
    refused(given().get("/v1/connections/" + connection), 401, "unauthenticated");
    refused(given().get("/v1/connections/con_aaaaaaaaaaaaaaaaaaaaaaaaaa"), 401, "unauthenticated");
    refused(given().get("/v1/test-runs/run_aaaaaaaaaaaaaaaaaaaaaaaaaa"), 401, "unauthenticated");
    refused(
        given().auth().oauth2(AdminTokens.ofGateway("per_x")).get("/v1/connections/" + connection),
        401,
        "unauthenticated");
  }

  @Test
  void theSwitchFreezesWhatMembersChangeAndNotWhatTheyRead() {
    TestOrganization off = TestOrganization.switchedOff();
    String connection = Admin.operator().create(off, "okta");

    Admin.of(off).read(connection);
    refused(
        Admin.of(off)
            .asking()
            .header("If-Match", "*")
            .body(Map.of("metadataXml", TestIdp.named("idp").metadata()))
            .put("/v1/connections/" + connection + "/draft"),
        403,
        "self_serve_sso_disabled");
  }

  @Test
  void aDeletedConnectionLeavesAnEventWithoutPersonalDataAndNoKeys() {
    String connection = admin.create(acme, "okta");
    admin.save(connection, TestIdp.named("idp"));

    admin.asking().delete("/v1/connections/" + connection).then().statusCode(204);

    refused(admin.asking().get("/v1/connections/" + connection), 404, "not_found");
    await()
        .untilAsserted(
            () -> assertThat(events(connection).getLast().event()).isEqualTo("ConnectionDeleted"));
    String data = events(connection).getLast().data();
    assertThat(EventContracts.violations("connection", data)).isEmpty();
    assertThat(JsonPath.from(data).<String, Object>getMap("$"))
        .containsOnlyKeys("id", "organization", "epoch", "version", "status");
  }

  @Test
  void operatorsRepublishEverythingDeletedOnesIncluded() {
    String kept = admin.create(acme, "okta");
    String deleted = admin.create(acme, "okta");
    admin.asking().delete("/v1/connections/" + deleted).then().statusCode(204);
    refused(admin.asking().post("/v1/connections/republish"), 403, "operators_only");

    Response answer = Admin.operator().asking().post("/v1/connections/republish");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.<Integer>path("republished")).isGreaterThanOrEqualTo(2);
    await()
        .untilAsserted(() -> {
          assertThat(events(kept)).hasSize(2);
          assertThat(events(deleted)).hasSize(3);
        });
    assertThat(version(events(kept).getLast())).isEqualTo(version(events(kept).getFirst()));
    assertThat(events(deleted).getLast().event()).isEqualTo("ConnectionDeleted");
  }

  @Test
  void answersBrowsersOfNoOtherOrigin() {
    Response answer =
        given()
            .header("Origin", "https://evil.example")
            .header("Access-Control-Request-Method", "GET")
            .options("/v1/connections");

    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }

  private static long version(Topic.Seen seen) {
    return JsonPath.from(seen.data()).getLong("version");
  }

  private static List<Topic.Seen> events(String connection) {
    return Topic.of("gatehouse.connections").events().stream()
        .filter(seen -> seen.key().equals(connection))
        .toList();
  }

  private static String withoutTrace(Response answer, String id) {
    return answer
        .asString()
        .replace(id, "ID")
        .replaceAll("\"traceId\":\"[0-9a-f]+\"", "\"traceId\":\"\"");
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("code")).isEqualTo(code);
  }
}
