package dev.gatehouse.org;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.backends.Topic.Seen;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The service as its callers see it: REST on one side, topics on the other. */
public final class OrgApi {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private OrgApi() {}

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  public static RequestSpecification asOperator() {
    return as(AdminTokens.operator());
  }

  public static RequestSpecification asMember(String organization, String member) {
    return as(AdminTokens.member(organization, member));
  }

  /** A text that no other test uses. */
  public static String unique(String start) {
    return start + "-" + Long.toString(System.nanoTime(), 36) + COUNTER.incrementAndGet();
  }

  /** A new organization's id. */
  public static String organization() {
    return asOperator()
        .body(Map.of("name", unique("Acme")))
        .post("/v1/organizations")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A new member's id. */
  public static String member(String organization, String email, String role) {
    return asOperator()
        .body(Map.of("email", email, "role", role))
        .post("/v1/organizations/{o}/members", organization)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A new member with a role of its own that has exactly these permissions. */
  public static String memberWith(String organization, String... permissions) {
    String key = "org:" + unique("r").replace('-', '_');
    asOperator()
        .body(
            Map.of(
                "organization",
                organization,
                "key",
                key,
                "name",
                "Test",
                "permissions",
                List.of(permissions)))
        .post("/v1/roles")
        .then()
        .statusCode(201);
    return member(organization, unique("someone") + "@acme.example", key);
  }

  public static String etag(String path, Object... parameters) {
    return asOperator().get(path, parameters).then().statusCode(200).extract().header("ETag");
  }

  /** Waits for the events of a thing, all of which fit the schema. */
  public static List<String> eventsOf(String thing, String topic, String schema, String... names) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(of(thing, topic, schema)).extracting(Seen::event).containsExactly(names));
    return of(thing, topic, schema).stream().map(Seen::data).toList();
  }

  /** Waits until the audit trail of an organization has these actions, newest first. */
  public static List<Map<String, Object>> auditOf(String organization, String... actions) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(audit(organization).getList("items.action", String.class))
                .containsExactly(actions));
    return audit(organization).getList("items");
  }

  private static JsonPath audit(String organization) {
    return asOperator()
        .queryParam("organization", organization)
        .get("/v1/audit")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<Seen> of(String thing, String topic, String schema) {
    List<Seen> seen =
        Topic.of(topic).events().stream().filter(event -> event.key().equals(thing)).toList();
    Map<String, List<String>> wrong = new HashMap<>();
    seen.forEach(event -> {
      List<String> violations = EventContracts.violations(schema, event.data());
      if (!violations.isEmpty()) {
        wrong.put(event.event(), violations);
      }
    });
    assertThat(wrong).isEmpty();
    return seen;
  }
}
