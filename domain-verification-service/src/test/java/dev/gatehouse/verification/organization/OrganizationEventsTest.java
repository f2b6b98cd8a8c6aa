package dev.gatehouse.verification.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@RunningService
class OrganizationEventsTest {

  private static List<Topic.Seen> eventsOf(Claimed claimed) {
    return Topic.of("gatehouse.domains").events().stream()
        .filter(event -> event.key().equals(claimed.id()))
        .toList();
  }

  @Test
  void aDeletedOrganizationLetsGoOfItsDomains() {
    String name = TestOrganization.freshName();
    Claimed held = TestOrganization.ready().claimed(name);
    held.publish();
    held.awaitStatus("verified");
    Claimed waiting = TestOrganization.ready().claimed(name);
    waiting.publish();
    waiting.awaitOutcome("owned_elsewhere");

    held.organization().publish("OrganizationDeleted", 9, "deleted", false);

    assertThat(waiting.awaitStatus("verified").<Integer>path("ownership")).isEqualTo(2);
    assertThat(held.read().statusCode()).isEqualTo(404);
    Topic.Seen last = await().until(() -> eventsOf(held), events -> events.size() == 3).getLast();
    assertThat(last.event()).isEqualTo("DomainRemoved");
    assertThat(last.data()).contains("\"deleted\"").doesNotContain(name);
    assertThat(EventContracts.violations("domain", last.data())).isEmpty();
  }

  @Test
  void eventsDeliveredTwiceAndInReverseHaveOneEffect() {
    TestOrganization organization = TestOrganization.ready();
    Claimed claimed = organization.claimed(TestOrganization.freshName());

    organization.publish("OrganizationDeleted", 5, "deleted", false);
    organization.publish("OrganizationUpdated", 4, "active", true);
    organization.publish("OrganizationDeleted", 5, "deleted", false);
    organization.publish("OrganizationCreated", 1, "active", true);
    TestOrganization.ready();

    await().until(() -> eventsOf(claimed), events -> events.size() >= 2);
    assertThat(eventsOf(claimed))
        .extracting(Topic.Seen::event)
        .containsExactly("DomainClaimed", "DomainRemoved");
    assertThat(
            TestOrganization.asOperator()
                .body(organization.claimOf(TestOrganization.freshName()))
                .post("/v1/domains")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anOlderSwitchDoesNotUndoANewerOne() {
    TestOrganization organization = TestOrganization.ready();
    organization.publish("SelfServeSsoDisabled", 3, "active", false);
    organization.publish("SelfServeSsoEnabled", 2, "active", true);
    TestOrganization.ready();

    await()
        .during(Duration.ofMillis(300))
        .until(() ->
            "self_serve_sso_disabled"
                .equals(organization.claim(TestOrganization.freshName()).path("code")));
  }

  @Test
  void everyExampleOfTheContractsIsRead() {
    // Unknown fields and what cannot be decoded included.
    for (String schema : List.of("organization", "membership")) {
      Topic topic = Topic.of("gatehouse." + schema + "s");
      for (String event : EventContracts.eventNames(schema)) {
        String data = EventContracts.example(schema, event);
        String withMore = data.replaceFirst("\\{", "{\"addedLater\": {\"a\": [1]},");
        String key = data.replaceAll("(?s).*?\"id\": \"([^\"]+)\".*", "$1");
        topic.publish(event, key, withMore);
      }
      topic.publish("SomethingElse", "not-an-id", "{\"id\": null}");
    }

    // Whoever comes after them is read, so none of them blocked the way.
    assertThat(TestOrganization.ready().claim(TestOrganization.freshName()).statusCode())
        .isEqualTo(201);
  }
}
