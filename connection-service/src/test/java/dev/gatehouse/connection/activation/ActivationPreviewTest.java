package dev.gatehouse.connection.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestDomain;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.sealing.Seal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ActivationPreviewTest {

  @Inject
  @Named("test-runs")
  Seal testRuns;

  private TestOrganization acme;
  private Admin admin;
  private String connection;

  @BeforeEach
  void aConnection() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    connection = admin.create(acme, "okta");
  }

  private JsonPath preview() {
    return admin
        .asking()
        .get("/v1/connections/" + connection + "/activation")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void namesWhatIsMissingAndThenWhoIsConcerned() {
    admin
        .asking()
        .get("/v1/connections/" + connection + "/activation")
        .then()
        .statusCode(409)
        .body("code", equalTo("connection_incomplete"));
    String revision = admin.save(connection, TestIdp.named("idp"));
    assertThat(preview().getList("problems"))
        .containsExactly("revision_not_tested", "domain_not_verified");

    TestDomain domain = TestDomain.verified(acme);
    admin.assign(connection, domain);
    admin.pass(connection, testRuns);

    JsonPath ready = preview();
    assertThat(ready.getString("revision")).isEqualTo(revision);
    assertThat(ready.getList("domains")).containsExactly(domain.id());
    assertThat(ready.getList("problems")).isEmpty();
    assertThat(ready.getBoolean("replacesLive")).isFalse();
  }

  @Test
  void saysThatPeopleWillBeRelinked() {
    admin.save(connection, TestIdp.named("idp"));
    admin.assign(connection, TestDomain.verified(acme));
    admin.pass(connection, testRuns);
    admin.activate(connection, admin.read(connection).getString("draft.id"));
    admin.save(connection, TestIdp.named("other"));
    admin.pass(connection, testRuns);

    JsonPath other = preview();

    assertThat(other.getBoolean("replacesLive")).isTrue();
    assertThat(other.getBoolean("issuerChanges")).isTrue();
    assertThat(other.getList("problems")).containsExactly("relink_confirmation_required");
  }

  @Test
  void operatorsReadTheConnectionsOfManyOrganizationsAtOnce() {
    TestOrganization globex = TestOrganization.selfServing();
    String theirs = Admin.of(globex).create(globex, "okta");
    String both = "/v1/connections?organizations=" + acme.id() + "," + globex.id();

    Admin.operator()
        .asking()
        .get(both)
        .then()
        .statusCode(200)
        .body("items.id", containsInAnyOrder(connection, theirs));
    admin.asking().get(both).then().statusCode(403).body("code", equalTo("operators_only"));
    admin.asking().get("/v1/connections").then().statusCode(400);
  }
}
