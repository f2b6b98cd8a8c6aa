package dev.gatehouse.org.setuplink;

import static dev.gatehouse.org.OrgApi.as;
import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.auditOf;
import static dev.gatehouse.org.OrgApi.memberWith;
import static dev.gatehouse.org.OrgApi.organization;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links, the browsers that open them, and those who should not. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SetupLinksTest {

  private static final String LINKS = "/v1/setup-links";

  private String organization;

  @BeforeEach
  void anOrganizationThatServesItself() {
    organization = organization();
    asOperator().put("/v1/organizations/{o}/self-serve-sso", organization).then().statusCode(200);
  }

  @AfterEach
  void backToThePresent() {
    given().delete("/test/clock");
  }

  private JsonPath create(String... steps) {
    return asOperator()
        .body(body(steps))
        .post(LINKS)
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .extract()
        .jsonPath();
  }

  private Map<String, Object> body(String... steps) {
    Map<String, Object> body = new HashMap<>();
    body.put("organization", organization);
    body.put("recipientName", "Ada of IT");
    body.put("recipientEmail", "ada@acme.example");
    body.put("steps", List.of(steps));
    return body;
  }

  private static String secret(JsonPath link) {
    return link.getString("url").replaceFirst(".*#", "");
  }

  private static Response exchange(String secret, Map<String, String> cookies) {
    return given()
        .cookies(cookies)
        .contentType(ContentType.JSON)
        .body(Map.of("link", secret))
        .post(LINKS + "/exchange");
  }

  private static Response renew(JsonPath link, Map<String, String> cookies) {
    return given()
        .cookies(cookies)
        .contentType(ContentType.JSON)
        .post(LINKS + "/{id}/token", link.getString("id"));
  }

  @Test
  void aLinkIsExchangedByOneBrowserAndResumedThere() {
    JsonPath link = create("domains", "connection");
    assertThat(link.getString("status")).isEqualTo("waiting");

    Response opened = exchange(secret(link), Map.of());
    opened
        .then()
        .statusCode(200)
        .body("organization", equalTo(organization))
        .body("steps", contains("domains", "connection"))
        .body("recipientName", equalTo("Ada of IT"));
    assertThat(opened.getHeader("Set-Cookie"))
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .contains("Path=/v1/setup-links");
    Map<String, String> browser = opened.cookies();
    renew(link, browser).then().statusCode(200);
    exchange(secret(link), browser).then().statusCode(200);

    as(AdminTokens.setupLink(organization, link.getString("id"), "domains", "connection"))
        .get("/v1/sessions/current")
        .then()
        .statusCode(200)
        .body("kind", equalTo("setup_link"))
        .body("organization", equalTo(organization))
        .body("steps", contains("domains", "connection"))
        .body("actor", equalTo("setup_link:" + link.getString("id")));
  }

  @Test
  void managersSeeWhenALinkWasOpenedButNeverItsSecretAgain() {
    String manager = memberWith(organization, "org:sys_entconns:manage");
    JsonPath link =
        asMember(organization, manager)
            .body(body("test"))
            .post(LINKS)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    exchange(secret(link), Map.of()).then().statusCode(200);

    asMember(organization, manager)
        .get(LINKS + "?organization=" + organization)
        .then()
        .statusCode(200)
        .body("items.id", contains(link.getString("id")))
        .body("items[0].status", equalTo("opened"))
        .body("items[0].url", nullValue());
    asMember(organization, manager)
        .delete(LINKS + "/{id}", link.getString("id"))
        .then()
        .statusCode(204);
    List<Map<String, Object>> audit =
        auditOf(
            organization,
            "setup_link.revoked",
            "setup_link.opened",
            "setup_link.created",
            "membership.granted",
            "role.created",
            "self_serve_sso.enabled",
            "organization.created");
    assertThat(audit.toString()).doesNotContain(secret(link).split("\\.", -1)[1]);
    assertThat(audit.get(1).get("actor")).isEqualTo("setup_link:" + link.getString("id"));
  }

  /** Mail scanners open every link before its reader does. */
  @Test
  void openingThePageConsumesNothing() {
    JsonPath link = create("domains");
    String page =
        given()
            .accept("text/html")
            .get("/setup")
            .then()
            .statusCode(200)
            .header("Content-Security-Policy", containsString("script-src 'self';"))
            .header("Content-Security-Policy", not(containsString("unsafe")))
            .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
            .extract()
            .asString();
    assertThat(page).doesNotContain("<script>").doesNotContain("onload").doesNotContain("style=");
    given().get("/setup?link=" + link.getString("id")).then().statusCode(200);
    given().head("/setup").then().statusCode(200);

    exchange(secret(link), Map.of()).then().statusCode(200);
  }

  /** A Referer or an access log never holds the secret: it is no part of any request's address. */
  @Test
  void theRefererLeaksNothing() {
    JsonPath link = create("domains");

    assertThat(link.getString("url")).matches(".*/setup#lnk_[a-z2-7]{26}\\.[A-Za-z0-9_-]{43}");
    given().get("/setup").then().header("Referrer-Policy", equalTo("no-referrer"));
  }

  @Test
  void aForwardedLinkOpensNothingInAnotherBrowser() {
    JsonPath link = create("domains");
    exchange(secret(link), Map.of()).then().statusCode(200);

    exchange(secret(link), Map.of())
        .then()
        .statusCode(409)
        .body("code", equalTo("setup_link_in_use_elsewhere"));
    renew(link, Map.of()).then().statusCode(404).body("code", equalTo("setup_link_invalid"));
    renew(link, Map.of("gatehouse-setup-" + link.getString("id").substring(4), "guess"))
        .then()
        .statusCode(404);
  }

  /** A browser that holds one link must not get at another by its id. */
  @Test
  void oneLinksCookieOpensNoOtherLink() {
    JsonPath mine = create("domains");
    JsonPath theirs = create("activate");
    String cookie =
        exchange(secret(mine), Map.of())
            .cookie("gatehouse-setup-" + mine.getString("id").substring(4));
    exchange(secret(theirs), Map.of()).then().statusCode(200);

    renew(theirs, Map.of("gatehouse-setup-" + theirs.getString("id").substring(4), cookie))
        .then()
        .statusCode(404);
  }

  @Test
  void aRevokedLinkGivesNoMoreTokens() {
    JsonPath link = create("domains");
    Map<String, String> browser = exchange(secret(link), Map.of()).cookies();
    asOperator().delete(LINKS + "/{id}", link.getString("id")).then().statusCode(204);

    renew(link, browser).then().statusCode(410).body("code", equalTo("setup_link_revoked"));
    exchange(secret(link), browser).then().statusCode(410);
  }

  @Test
  void anExpiredLinkGivesNoMoreTokens() {
    JsonPath link = create("domains");
    Map<String, String> browser = exchange(secret(link), Map.of()).cookies();
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("offset", "P14D"))
        .put("/test/clock")
        .then()
        .statusCode(204);

    renew(link, browser).then().statusCode(410).body("code", equalTo("setup_link_expired"));
    exchange(secret(link), Map.of()).then().statusCode(410);
  }

  @Test
  void guessedAndMutilatedLinksAreAllTheSame() {
    JsonPath link = create("domains");
    String id = link.getString("id");

    for (String wrong :
        List.of(id, id + ".guess", "lnk_" + "a".repeat(26) + ".x", "x.y.z", "org_x.y")) {
      exchange(wrong, Map.of()).then().statusCode(404).body("code", equalTo("setup_link_invalid"));
    }
  }

  /** A page elsewhere must not make a browser take a link, nor use the one it has. */
  @Test
  void otherSitesCannotCallOnBehalfOfTheBrowser() {
    JsonPath link = create("domains");

    for (String site : List.of("cross-site", "same-site")) {
      given()
          .header("Sec-Fetch-Site", site)
          .contentType(ContentType.JSON)
          .body(Map.of("link", secret(link)))
          .post(LINKS + "/exchange")
          .then()
          .statusCode(403);
    }
    exchange(secret(link), Map.of()).then().statusCode(200);
  }

  @Test
  void whatIsNoStepOfTheLinkIsDeniedEverywhere() {
    String link = create("domains", "connection", "test", "activate").getString("id");
    String token =
        AdminTokens.setupLink(organization, link, "domains", "connection", "test", "activate");
    String one = "/v1/organizations/" + organization;
    String own = "?organization=" + organization;
    for (String path :
        List.of(one + "/members", "/v1/audit" + own, "/v1/roles" + own, LINKS + own)) {
      as(token).get(path).then().statusCode(403);
    }
    as(token).body(body("activate")).post(LINKS).then().statusCode(403);
    as(token).header("If-Match", "*").body(Map.of("name", "x")).patch(one).then().statusCode(403);
    as(token)
        .body(Map.of("email", "evil@acme.example", "role", "org:admin"))
        .post(one + "/members")
        .then()
        .statusCode(403);
    for (String path : List.of("/v1/organizations", "/v1/audit", "/v1/api-clients")) {
      as(token).get(path).then().statusCode(403).body("code", equalTo("operators_only"));
    }
    as(token).put(one + "/self-serve-sso").then().statusCode(403);
    as(token).delete(one).then().statusCode(403);
  }

  @Test
  void aLinkIsWorthNothingInAnotherOrganization() {
    String link = create("domains", "activate").getString("id");
    String token = AdminTokens.setupLink(organization, link, "domains", "activate");
    String other = organization();

    as(token).get("/v1/organizations/{o}", other).then().statusCode(404);
    as(token).get("/v1/sessions/current?organization=" + other).then().statusCode(404);
    as(token).get(LINKS + "?organization=" + other).then().statusCode(404);
  }

  @Test
  void linksAreMadeOnlyByThoseWhoMayDoTheStepsThemselves() {
    String nobody = memberWith(organization, "org:sys_domains:manage");
    String stranger = memberWith(organization(), "org:sys_entconns:manage");

    asMember(organization, nobody).body(body("domains")).post(LINKS).then().statusCode(403);
    asMember(organization, stranger).body(body("domains")).post(LINKS).then().statusCode(404);
    asOperator().body(body()).post(LINKS).then().statusCode(400);
    asOperator().body(body("everything")).post(LINKS).then().statusCode(400);
    String manager = memberWith(organization, "org:sys_entconns:manage");
    asOperator().delete("/v1/organizations/{o}/self-serve-sso", organization);
    asMember(organization, manager)
        .body(body("domains"))
        .post(LINKS)
        .then()
        .statusCode(403)
        .body("code", equalTo("self_serve_sso_disabled"));
  }

  @Test
  void aFormerAdministratorKeepsNoWayInByALinkMadeInTime() {
    String leaving = memberWith(organization, "org:sys_entconns:manage");
    JsonPath opened = asMember(organization, leaving).body(body("activate")).post(LINKS).jsonPath();
    JsonPath kept = asMember(organization, leaving).body(body("activate")).post(LINKS).jsonPath();
    Map<String, String> browser = exchange(secret(opened), Map.of()).cookies();
    renew(opened, browser).then().statusCode(200);

    asOperator()
        .delete("/v1/organizations/{o}/members/{m}", organization, leaving)
        .then()
        .statusCode(204);

    renew(opened, browser).then().statusCode(410).body("code", equalTo("setup_link_revoked"));
    exchange(secret(kept), Map.of())
        .then()
        .statusCode(410)
        .body("code", equalTo("setup_link_revoked"));
  }

  @Test
  void linksEndWithTheirOrganization() {
    JsonPath link = create("domains");
    Map<String, String> browser = exchange(secret(link), Map.of()).cookies();
    asOperator().delete("/v1/organizations/{o}", organization).then().statusCode(204);

    renew(link, browser).then().statusCode(404);
  }
}
