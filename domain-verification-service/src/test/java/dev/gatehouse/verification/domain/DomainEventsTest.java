package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@RunningService
class DomainEventsTest {

  private static List<Topic.Seen> eventsOf(String key, int count) {
    return Awaitility.await()
        .until(
            () ->
                Topic.of("gatehouse.domains").events().stream()
                    .filter(event -> event.key().equals(key))
                    .toList(),
            events -> events.size() >= count);
  }

  private static JsonNode json(Topic.Seen event) {
    try {
      return new ObjectMapper().readTree(event.data());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theWholeLifeIsPublishedAsTheContractSaysWithGrowingVersions() {
    Claimed claimed = TestOrganization.ready().claimed(TestOrganization.freshName());
    claimed.publish();
    claimed.awaitStatus("verified");
    claimed.remove();

    List<Topic.Seen> events = eventsOf(claimed.id(), 3);

    assertThat(events)
        .extracting(Topic.Seen::event)
        .containsExactly("DomainClaimed", "DomainVerified", "DomainRemoved");
    assertThat(events)
        .allSatisfy(
            event -> assertThat(EventContracts.violations("domain", event.data())).isEmpty());
    assertThat(events.stream().map(event -> json(event).path("version").asInt()))
        .containsExactly(1, 2, 3);
    assertThat(json(events.get(1)).path("ownership").asInt()).isEqualTo(1);
    assertThat(json(events.get(1)).path("verifiedBy").asText()).isEqualTo("dns");
    assertThat(events)
        .allSatisfy(event -> assertThat(event.data()).doesNotContain(claimed.value()));
  }

  @Test
  void everyChangeIsAudited() {
    Claimed claimed = TestOrganization.ready().claimed(TestOrganization.freshName());
    claimed.remove();

    List<Topic.Seen> audited =
        Awaitility.await()
            .until(
                () ->
                    Topic.of("gatehouse.audit").events().stream()
                        .filter(record -> record.data().contains(claimed.id()))
                        .toList(),
                records -> records.size() == 2);

    assertThat(audited)
        .extracting(r -> json(r).path("action").asText())
        .containsExactly("domain.claimed", "domain.removed");
    assertThat(audited)
        .allSatisfy(record -> {
          assertThat(EventContracts.violations("audit", record.data())).isEmpty();
          assertThat(record.key()).isEqualTo(claimed.organization().id());
          assertThat(json(record).path("actor").asText())
              .isEqualTo("member:" + claimed.organization().member());
          assertThat(json(record).path("trace").asText()).startsWith("00-");
        });
  }

  @Test
  void republishingRepeatsEveryStateThatIsThereAndChangesNothing() {
    Claimed kept = TestOrganization.ready().claimed(TestOrganization.freshName());
    Claimed removed = TestOrganization.ready().claimed(TestOrganization.freshName());
    removed.remove();

    Response republished = TestOrganization.asOperator().post("/v1/domains/republish");

    assertThat(republished.statusCode()).isEqualTo(202);
    assertThat(republished.<Integer>path("republished")).isGreaterThanOrEqualTo(2);
    assertThat(eventsOf(kept.id(), 2)).extracting(Topic.Seen::event).containsOnly("DomainClaimed");
    assertThat(eventsOf(removed.id(), 3).getLast().event()).isEqualTo("DomainRemoved");
    assertThat(kept.read().<Integer>path("version")).isEqualTo(1);
  }
}
