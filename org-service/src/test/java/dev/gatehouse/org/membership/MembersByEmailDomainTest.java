package dev.gatehouse.org.membership;

import static dev.gatehouse.org.OrgApi.as;
import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.memberWith;
import static dev.gatehouse.org.OrgApi.organization;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class MembersByEmailDomainTest {

  private static final String PATH =
      "/v1/organizations/{o}/members/by-email-domain?domains=Acme.example,globex.example";

  @Test
  void countsActiveMembersOfExactlyTheseDomainsAndShortensTheirNames() {
    String organization = organization();
    member(organization, "alice@acme.example", "org:admin");
    member(organization, "Bob@ACME.example", "org:member");
    member(organization, "eve@evil-acme.example", "org:member");
    member(organization, "mallory@acme.example.evil.example", "org:member");
    String leaver = member(organization, "leaver@acme.example", "org:member");
    asOperator()
        .delete("/v1/organizations/{o}/members/{m}", organization, leaver)
        .then()
        .statusCode(204);

    asOperator()
        .get(PATH, organization)
        .then()
        .statusCode(200)
        .body("items.domain", contains("acme.example", "globex.example"))
        .body("items.members", contains(2, 0))
        .body("items[0].sample", contains("a…@acme.example", "B…@acme.example"));
    asOperator()
        .get("/v1/organizations/{o}/members?emailDomain=acme.example", organization)
        .then()
        .statusCode(200)
        .body(
            "items.email",
            contains("alice@acme.example", "Bob@acme.example", "leaver@acme.example"));
  }

  @Test
  void whoActivatesMayCountAndHoldersOfALinkSeeNoNames() {
    String organization = organization();
    member(organization, "alice@acme.example", "org:admin");
    String manager = memberWith(organization, "org:sys_entconns:manage");
    String other = memberWith(organization, "org:sys_domains:manage");
    String link = "lnk_" + organization.substring(4);

    asMember(organization, manager).get(PATH, organization).then().statusCode(200);
    asMember(organization, other).get(PATH, organization).then().statusCode(403);
    asMember(organization, manager).get(PATH, organization()).then().statusCode(404);
    as(AdminTokens.setupLink(organization, link, "activate"))
        .get(PATH, organization)
        .then()
        .statusCode(200)
        .body("items[0].members", equalTo(3))
        .body("items[0].sample", empty());
    as(AdminTokens.setupLink(organization, link, "domains"))
        .get(PATH, organization)
        .then()
        .statusCode(403);
  }
}
