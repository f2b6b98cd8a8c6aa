package dev.gatehouse.connection.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestDomain;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.sealing.Seal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class OrganizationNewsTest {

  @Inject
  @Named("test-runs")
  Seal testRuns;

  @Test
  void aDeletedOrganizationTakesItsConnectionsWithItLiveOnesIncluded() {
    TestOrganization acme = TestOrganization.selfServing();
    Admin admin = Admin.of(acme);
    String idle = admin.create(acme, "okta");
    String live = admin.create(acme, "okta");
    String revision = admin.save(live, TestIdp.named("idp"));
    admin.pass(live, testRuns);
    admin.assign(live, TestDomain.verified(acme));
    assertThat(admin.activate(live, revision).statusCode()).isEqualTo(200);

    acme.delete();
    acme.delete();

    await()
        .untilAsserted(() -> {
          assertThat(deletions(idle)).isEqualTo(1);
          assertThat(deletions(live)).isEqualTo(1);
        });
    assertThat(Admin.operator().asking().get("/v1/connections/" + live).statusCode())
        .isEqualTo(404);
  }

  private static long deletions(String connection) {
    return Topic.of("gatehouse.connections").events().stream()
        .filter(seen -> seen.key().equals(connection))
        .filter(seen -> seen.event().equals("ConnectionDeleted"))
        .count();
  }
}
