package dev.gatehouse.verification.running;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** An organization that org-service has told us about, and a member of it who calls the API. */
public record TestOrganization(String id, String member, String token) {

  private static final Ids IDS = new Ids(Clock.systemUTC());
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** The switch is on, the member may do the whole flow. */
  public static TestOrganization ready() {
    return with(true, "org:sys_entconns:manage");
  }

  public static TestOrganization with(boolean selfServeSso, String permission) {
    String organization = IDS.next(IdKind.ORGANIZATION).toString();
    String member = IDS.next(IdKind.MEMBER).toString();
    var made = new TestOrganization(organization, member, AdminTokens.member(organization, member));
    made.publish("OrganizationCreated", 1, "active", selfServeSso);
    made.publishMember(permission);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> made.asMember().queryParam("organization", organization).get("/v1/domains"),
            answer -> answer.statusCode() == 200 || answer.statusCode() == 403);
    return made;
  }

  /** A name that no other test uses. */
  public static String freshName() {
    return "acme" + NAMES.incrementAndGet() + ".example";
  }

  public void publish(String event, long version, String status, boolean selfServeSso) {
    String data =
        """
        {"id": "%s", "organization": "%s", "epoch": 1, "version": %d, "status": "%s",
         "name": "Acme", "slug": "acme", "selfServeSso": %s, "createdAt": "2026-11-22T09:00:00Z"}
        """
            .formatted(id, id, version, status, selfServeSso);
    Topic.of("gatehouse.organizations").publish(event, id, data);
  }

  private void publishMember(String permission) {
    String data =
        """
        {"id": "%s", "organization": "%s", "epoch": 1, "version": 1, "status": "active",
         "role": "org:test", "permissions": ["%s"]}
        """
            .formatted(member, id, permission.toLowerCase(Locale.ROOT));
    Topic.of("gatehouse.memberships").publish("MembershipGranted", member, data);
  }

  public RequestSpecification asMember() {
    return given().auth().oauth2(token).contentType("application/json");
  }

  public static RequestSpecification asOperator() {
    return given().auth().oauth2(AdminTokens.operator()).contentType("application/json");
  }

  public Response claim(String name) {
    return asMember().body(claimOf(name)).post("/v1/domains");
  }

  public String claimOf(String name) {
    return "{\"organization\": \"%s\", \"name\": \"%s\"}".formatted(id, name);
  }

  public Claimed claimed(String name) {
    Response answer = claim(name);
    if (answer.statusCode() != 201) {
      throw new AssertionError("Not claimed: " + answer.asString());
    }
    return new Claimed(
        this,
        answer.path("id"),
        name,
        answer.path("challenge.host"),
        answer.path("challenge.value"));
  }
}
