package dev.gatehouse.org.republish;

import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.eventsOf;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.organization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RepublishTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void saysTheSameStateAgain() throws Exception {
    String organization = organization();
    String alice = member(organization, "alice@acme.example", "org:admin");
    String deleted = organization();
    asOperator().delete("/v1/organizations/{o}", deleted).then().statusCode(204);

    asOperator()
        .post("/v1/organizations/republish")
        .then()
        .statusCode(202)
        .body("republished", greaterThanOrEqualTo(3));

    sameTwice(
        eventsOf(
            organization,
            "gatehouse.organizations",
            "organization",
            "OrganizationCreated",
            "OrganizationUpdated"));
    sameTwice(
        eventsOf(
            alice,
            "gatehouse.memberships",
            "membership",
            "MembershipGranted",
            "MembershipChanged"));
    eventsOf(
        deleted,
        "gatehouse.organizations",
        "organization",
        "OrganizationCreated",
        "OrganizationDeleted",
        "OrganizationDeleted");
  }

  private static void sameTwice(List<String> events) throws Exception {
    assertThat(JSON.readTree(events.get(1))).isEqualTo(JSON.readTree(events.get(0)));
  }
}
