package dev.gatehouse.verification.domain;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the holder of a set-up link may do with domains, and what not. */
@RunningService
class SetupLinkTest {

  private static final String LINK = new Ids(Clock.systemUTC()).next(IdKind.SETUP_LINK).toString();

  private TestOrganization organization;

  @BeforeEach
  void beReady() {
    organization = TestOrganization.ready();
  }

  private static RequestSpecification holding(TestOrganization organization, String... steps) {
    return given()
        .auth()
        .oauth2(AdminTokens.setupLink(organization.id(), LINK, steps))
        .contentType("application/json");
  }

  @Test
  void aLinkForDomainsClaimsLooksAndRemovesWhatIsUnproven() {
    String id =
        holding(organization, "domains")
            .body(organization.claimOf(TestOrganization.freshName()))
            .post("/v1/domains")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    holding(organization, "domains").post("/v1/domains/" + id + "/check").then().statusCode(200);
    holding(organization, "domains").delete("/v1/domains/" + id).then().statusCode(204);
  }

  /** People sign in by it. */
  @Test
  void aLinkCannotTakeAProvenDomainAway() {
    Claimed claimed = organization.claimed(TestOrganization.freshName());
    claimed.publish();
    claimed.awaitStatus("verified");

    holding(organization, "domains", "activate")
        .delete("/v1/domains/" + claimed.id())
        .then()
        .statusCode(409)
        .body("code", equalTo("confirmation_required"));
  }

  @Test
  void aLinkForOtherStepsChangesNoDomain() {
    Claimed claimed = organization.claimed(TestOrganization.freshName());
    String of = "?organization=" + organization.id();

    holding(organization, "connection", "activate")
        .get("/v1/domains" + of)
        .then()
        .statusCode(200)
        .body("items.id", contains(claimed.id()));
    holding(organization, "connection", "test", "activate")
        .body(organization.claimOf(TestOrganization.freshName()))
        .post("/v1/domains")
        .then()
        .statusCode(403)
        .body("code", equalTo("permission_denied"));
    holding(organization, "activate").delete("/v1/domains/" + claimed.id()).then().statusCode(403);
    holding(organization, "test").get("/v1/domains" + of).then().statusCode(403);
    holding(organization, "nonsense").get("/v1/domains" + of).then().statusCode(403);
  }

  @Test
  void aLinkReachesNoOtherOrganizationAndNoOperatorsCall() {
    Claimed foreign = TestOrganization.ready().claimed(TestOrganization.freshName());
    String all = "domains";

    holding(organization, all).get("/v1/domains/" + foreign.id()).then().statusCode(404);
    holding(organization, all).delete("/v1/domains/" + foreign.id()).then().statusCode(404);
    holding(organization, all)
        .body(foreign.organization().claimOf(TestOrganization.freshName()))
        .post("/v1/domains")
        .then()
        .statusCode(404);
    holding(organization, all).post("/v1/domains/republish").then().statusCode(403);
    Claimed own = organization.claimed(TestOrganization.freshName());
    holding(organization, all)
        .body("{\"reason\": \"trust me\"}")
        .post("/v1/domains/" + own.id() + "/verification")
        .then()
        .statusCode(403)
        .body("code", equalTo("operators_only"));
  }

  @Test
  void theSwitchFreezesLinksToo() {
    TestOrganization off = TestOrganization.with(false, "org:sys_entconns:manage");

    holding(off, "domains")
        .body(off.claimOf(TestOrganization.freshName()))
        .post("/v1/domains")
        .then()
        .statusCode(403)
        .body("code", equalTo("self_serve_sso_disabled"));
  }
}
