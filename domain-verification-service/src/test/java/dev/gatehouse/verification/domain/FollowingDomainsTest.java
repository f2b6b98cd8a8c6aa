package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.EventStream;
import dev.gatehouse.backends.EventStream.Event;
import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class FollowingDomainsTest {

  private TestOrganization organization;

  @BeforeEach
  void beReady() {
    organization = TestOrganization.ready();
  }

  private static EventStream follow(TestOrganization organization, String token) {
    return EventStream.open(
        URI.create(
            "http://localhost:"
                + RestAssured.port
                + "/v1/domains/events?organization="
                + organization.id()),
        token);
  }

  private static JsonPath json(Event event) {
    return new JsonPath(event.data());
  }

  private static void moveClock(String offset) {
    RestAssured.given()
        .contentType("application/json")
        .body("{\"offset\": \"" + offset + "\"}")
        .put("/test/clock")
        .then()
        .statusCode(204);
  }

  @AfterEach
  void resetClock() {
    RestAssured.given().delete("/test/clock");
  }

  @Test
  void theStreamBeginsWithWhatThereIs() {
    Claimed claimed = organization.claimed(TestOrganization.freshName());

    try (EventStream stream = follow(organization, organization.token())) {
      Event first = stream.next();

      assertThat(first.name()).isEqualTo("snapshot");
      assertThat(json(first).getList("items.id")).containsExactly(claimed.id());
      assertThat(json(first).getString("items[0].challenge.value")).isEqualTo(claimed.value());
      assertThat(stream.response().headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(stream.response().headers().firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void everyLookAndTheProofAreTold() {
    try (EventStream stream = follow(organization, organization.token())) {
      stream.next("snapshot");
      Claimed claimed = organization.claimed(TestOrganization.freshName());

      awaitState(stream, claimed, "status", "pending");
      awaitState(stream, claimed, "lastCheck.outcome", "not_published");
      claimed.publish();
      awaitState(stream, claimed, "status", "verified");
      claimed.remove();

      assertThat(json(stream.next("removed")).getString("id")).isEqualTo(claimed.id());
    }
  }

  private static void awaitState(
      EventStream stream, Claimed claimed, String path, String expected) {
    JsonPath view = json(stream.next("changed"));
    while (!expected.equals(view.getString(path))) {
      view = json(stream.next("changed"));
    }
    assertThat(view.getString("id")).isEqualTo(claimed.id());
  }

  @Test
  void anotherOrganizationsDomainsAreNotInIt() {
    TestOrganization other = TestOrganization.ready();
    try (EventStream stream = follow(organization, organization.token())) {
      stream.next("snapshot");
      Claimed foreign = other.claimed(TestOrganization.freshName());
      Claimed own = organization.claimed(TestOrganization.freshName());

      assertThat(json(stream.next()).getString("id"))
          .isEqualTo(own.id())
          .isNotEqualTo(foreign.id());
    }
  }

  @Test
  void aStreamOutlivesNeitherItsTokenNorItsPermission() {
    TestOrganization losing = TestOrganization.ready();
    try (EventStream stream = follow(losing, losing.token())) {
      stream.next("snapshot");
      losing.publish("OrganizationDeleted", 2, "deleted", false);
      assertThat(json(stream.next("end")).getString("code")).isEqualTo("not_found");
      assertThat(stream.next().name()).isEqualTo("closed");
    }
    try (EventStream stream = follow(organization, organization.token())) {
      stream.next("snapshot");
      stream.nextComment();
      moveClock("PT2H");
      assertThat(json(stream.next("end")).getString("code")).isEqualTo("token_expired");
      assertThat(stream.next().name()).isEqualTo("closed");
    }
  }

  @Test
  void strangersGetNoStream() {
    TestOrganization other = TestOrganization.ready();
    String path = "/v1/domains/events?organization=" + organization.id();

    other.asMember().accept("text/event-stream").get(path).then().statusCode(404);
    RestAssured.given().accept("text/event-stream").get(path).then().statusCode(401);
    TestOrganization powerless = TestOrganization.with(true, "org:sys_profile:manage");
    powerless
        .asMember()
        .accept("text/event-stream")
        .get("/v1/domains/events?organization=" + powerless.id())
        .then()
        .statusCode(403);
  }

  @Test
  void oneCallerCannotHoldAnyNumberOfStreams() {
    List<EventStream> open = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        open.add(follow(organization, organization.token()));
      }
      String path = "/v1/domains/events?organization=" + organization.id();
      organization
          .asMember()
          .accept("text/event-stream")
          .get(path)
          .then()
          .statusCode(429)
          .header("Retry-After", "5");
    } finally {
      open.forEach(EventStream::close);
    }
  }
}
