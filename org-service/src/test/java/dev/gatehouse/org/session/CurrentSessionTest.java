package dev.gatehouse.org.session;

import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.memberWith;
import static dev.gatehouse.org.OrgApi.organization;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class CurrentSessionTest {

  private static final String PATH = "/v1/sessions/current";

  @Test
  void aMemberIsToldItsOrganizationItsPermissionsAndTheSwitch() {
    String organization = organization();
    String manager = memberWith(organization, "org:sys_entconns:manage", "org:sys_domains:manage");

    String expires =
        asMember(organization, manager)
            .get(PATH)
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("kind", equalTo("member"))
            .body("organization", equalTo(organization))
            .body("member", equalTo(manager))
            .body("actor", equalTo("member:" + manager))
            .body("permissions", contains("org:sys_domains:manage", "org:sys_entconns:manage"))
            .body("selfServeSso", equalTo(false))
            .extract()
            .path("expiresAt");
    assertThat(Instant.parse(expires)).isAfter(Instant.now());

    asOperator().put("/v1/organizations/{o}/self-serve-sso", organization).then().statusCode(200);
    asMember(organization, manager).get(PATH).then().body("selfServeSso", equalTo(true));
  }

  @Test
  void anOperatorNeedsNoOrganizationAndNoPermission() {
    String organization = organization();

    asOperator()
        .get(PATH)
        .then()
        .statusCode(200)
        .body("kind", equalTo("operator"))
        .body("permissions", empty())
        .body("organization", nullValue());
    asOperator()
        .get(PATH + "?organization=" + organization)
        .then()
        .statusCode(200)
        .body("organization", equalTo(organization))
        .body("selfServeSso", equalTo(false));
  }

  @Test
  void whoIsNoMemberAnyMoreIsNobody() {
    String organization = organization();
    member(organization, "admin@acme.example", "org:admin");
    String leaver = member(organization, "leaver@acme.example", "org:member");
    asOperator()
        .delete("/v1/organizations/{o}/members/{m}", organization, leaver)
        .then()
        .statusCode(204);

    asMember(organization, leaver).get(PATH).then().statusCode(404);
    asMember(organization(), leaver).get(PATH).then().statusCode(404);
    given().get(PATH).then().statusCode(401);
    given().auth().oauth2(AdminTokens.ofGateway("per_x")).get(PATH).then().statusCode(401);
  }
}
