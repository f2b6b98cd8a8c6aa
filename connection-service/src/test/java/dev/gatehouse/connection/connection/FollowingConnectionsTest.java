package dev.gatehouse.connection.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.EventStream;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.sealing.Seal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class FollowingConnectionsTest {

  private static final TestIdp IDP = TestIdp.named("idp");

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

  private static EventStream follow(TestOrganization organization, String path) {
    return EventStream.open(
        URI.create("http://localhost:" + RestAssured.port + path), organization.token());
  }

  private static JsonPath json(EventStream.Event event) {
    return new JsonPath(event.data());
  }

  @Test
  void aConnectionIsToldFromItsCreationToItsEnd() {
    try (EventStream stream = follow(acme, "/v1/connections/events?organization=" + acme.id())) {
      assertThat(json(stream.next("snapshot")).getList("items")).isEmpty();
      String connection = admin.create(acme, "okta");
      JsonPath created = json(stream.next("changed"));
      assertThat(created.getString("id")).isEqualTo(connection);
      assertThat(created.getString("status")).isEqualTo("unconfigured");

      admin.save(connection, IDP);
      assertThat(json(stream.next("changed")).getString("status")).isEqualTo("in_progress");
      admin.pass(connection, testRuns);
      assertThat(json(stream.next("changed")).getString("status")).isEqualTo("inactive");
      admin.asking().delete("/v1/connections/" + connection).then().statusCode(204);

      assertThat(json(stream.next("removed")).getString("id")).isEqualTo(connection);
    }
  }

  @Test
  void aTestRunIsFollowedUntilItsResult() {
    String connection = admin.create(acme, "okta");
    admin.save(connection, IDP);
    JsonPath run = admin.startRun(connection);
    String path = "/v1/test-runs/" + run.getString("id") + "/events";
    try (EventStream stream = follow(acme, path)) {
      assertThat(json(stream.next("changed")).getString("status")).isEqualTo("pending");

      Admin.complete(run, "failed", Admin.evidence(false), testRuns);

      JsonPath failed = json(stream.next("changed"));
      assertThat(failed.getString("status")).isEqualTo("failed");
      assertThat(failed.getString("reasons[0].code")).isEqualTo("audience_mismatch");
      assertThat(failed.getString("response")).isNull();
      assertThat(json(stream.next("end")).getString("code")).isEqualTo("run_finished");
      assertThat(stream.next().name()).isEqualTo("closed");
    }
  }

  @Test
  void strangersGetNoStreams() {
    String connection = admin.create(acme, "okta");
    admin.save(connection, IDP);
    String run = admin.startRun(connection).getString("id");
    Admin stranger = Admin.of(TestOrganization.selfServing());
    Admin ordinary = Admin.of(TestOrganization.withOrdinaryMember());

    for (Admin other : new Admin[] {stranger, ordinary}) {
      other
          .asking()
          .accept("text/event-stream")
          .get("/v1/test-runs/" + run + "/events")
          .then()
          .statusCode(404);
      other
          .asking()
          .accept("text/event-stream")
          .get("/v1/connections/events?organization=" + acme.id())
          .then()
          .statusCode(404);
    }
  }
}
