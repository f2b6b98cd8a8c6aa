package dev.gatehouse.connection.activation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestDomain;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.sealing.Seal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the holder of a set-up link may do with connections, and what not. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SetupLinkTest {

  private static final TestIdp IDP = TestIdp.named("idp");
  private static final TestIdp EVIL = TestIdp.named("evil");
  private static final String LINK = new Ids(Clock.systemUTC()).next(IdKind.SETUP_LINK).toString();

  @Inject
  @Named("test-runs")
  Seal testRuns;

  private TestOrganization acme;
  private Admin admin;

  @BeforeEach
  void anOrganization() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
  }

  private RequestSpecification holding(String... steps) {
    return given()
        .auth()
        .oauth2(AdminTokens.setupLink(acme.id(), LINK, steps))
        .header("If-Match", "*")
        .contentType(ContentType.JSON);
  }

  private String ready() {
    String connection = admin.create(acme, "okta");
    admin.save(connection, IDP);
    admin.assign(connection, TestDomain.verified(acme));
    admin.pass(connection, testRuns);
    return connection;
  }

  @Test
  void aLinkForAllStepsSetsUpAndActivatesAFirstConnection() {
    String connection =
        holding("connection")
            .body(Map.of("organization", acme.id(), "provider", "okta"))
            .post("/v1/connections")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String path = "/v1/connections/" + connection;
    holding("connection")
        .body(Map.of("metadataXml", IDP.metadata()))
        .put(path + "/draft")
        .then()
        .statusCode(200);
    holding("connection")
        .body(Map.of("domains", List.of(TestDomain.verified(acme).id())))
        .put(path + "/domains")
        .then()
        .statusCode(200);
    holding("test")
        .body(Map.of("connection", connection))
        .post("/v1/test-runs")
        .then()
        .statusCode(201);
    admin.pass(connection, testRuns);

    holding("activate")
        .body(Map.of())
        .put(path + "/activation")
        .then()
        .statusCode(200)
        .body("status", equalTo("active"));
  }

  /** A stolen link with a tested draft of the thief's own provider. */
  @Test
  void aLinkDoesNotActivateOverAnActiveConnection() {
    String connection = ready();
    String live = admin.read(connection).getString("draft.id");
    admin.activate(connection, live);
    holding("connection")
        .body(Map.of("metadataXml", EVIL.metadata()))
        .put("/v1/connections/" + connection + "/draft")
        .then()
        .statusCode(200);
    admin.pass(connection, testRuns);

    holding("activate")
        .body(Map.of("confirmRelink", true))
        .put("/v1/connections/" + connection + "/activation")
        .then()
        .statusCode(409)
        .body("code", equalTo("confirmation_required"));
    assertThat(admin.read(connection).getString("live.id")).isEqualTo(live);
  }

  /** What a draft brings is only a candidate; trusting it would let its holder sign in at once. */
  @Test
  void aLinkTrustsNoKeyAndAssignsNoDomainWherePeopleSignIn() {
    String connection = ready();
    admin.activate(connection, admin.read(connection).getString("draft.id"));
    String path = "/v1/connections/" + connection;
    holding("connection")
        .body(Map.of("metadataXml", EVIL.metadata()))
        .put(path + "/draft")
        .then()
        .statusCode(200);
    JsonPath now = admin.read(connection);
    String candidate = now.getString("idpKeys.find { it.trust == 'candidate' }.id");

    confirmation(
        holding("connection").body(Map.of("trust", "trusted")),
        "PATCH",
        path + "/idp-keys/" + candidate);
    confirmation(
        holding("connection").body(Map.of("certificate", "x")), "POST", path + "/idp-keys");
    confirmation(
        holding("connection").body(Map.of("domains", List.of())), "PUT", path + "/domains");
    confirmation(holding("connection").body(Map.of("idpInitiatedAllowed", true)), "PATCH", path);
    assertThat(admin.read(connection).getString("idpKeys.find { it.trust == 'candidate' }.id"))
        .isEqualTo(candidate);
  }

  private static void confirmation(RequestSpecification asking, String method, String path) {
    asking
        .request(method, path)
        .then()
        .statusCode(409)
        .body("code", equalTo("confirmation_required"));
  }

  @Test
  void aLinkNeitherDeactivatesNorDeletes() {
    String connection = ready();
    String path = "/v1/connections/" + connection;
    String[] all = {"domains", "connection", "test", "activate"};

    holding(all).delete(path).then().statusCode(403);
    admin.activate(connection, admin.read(connection).getString("draft.id"));
    holding(all).delete(path + "/activation").then().statusCode(403);
    holding(all).post("/v1/connections/republish").then().statusCode(403);
  }

  @Test
  void aLinkDoesItsOwnStepsOnly() {
    String connection = ready();
    String path = "/v1/connections/" + connection;

    holding("domains").get(path).then().statusCode(403);
    holding("test").get(path).then().statusCode(200);
    holding("test", "activate")
        .body(Map.of("organization", acme.id(), "provider", "okta"))
        .post("/v1/connections")
        .then()
        .statusCode(403);
    holding("test", "activate").body(Map.of()).put(path + "/draft").then().statusCode(403);
    holding("connection", "activate")
        .body(Map.of("connection", connection))
        .post("/v1/test-runs")
        .then()
        .statusCode(403);
    holding("connection", "test").body(Map.of()).put(path + "/activation").then().statusCode(403);
  }

  @Test
  void aLinkReachesNoOtherOrganization() {
    String connection = ready();
    String foreign =
        AdminTokens.setupLink(TestOrganization.selfServing().id(), LINK, "connection", "activate");

    given().auth().oauth2(foreign).get("/v1/connections/" + connection).then().statusCode(404);
    given()
        .auth()
        .oauth2(foreign)
        .contentType(ContentType.JSON)
        .body(Map.of())
        .put("/v1/connections/" + connection + "/activation")
        .then()
        .statusCode(404);
  }
}
