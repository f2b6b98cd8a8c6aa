package dev.gatehouse.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ProjectionTest {

  @Inject KnownWorld world;
  @Inject Connections connections;

  @Test
  void routesTheDomainToTheLiveConnection() {
    Customer acme = world.customer();

    assertThat(routes(acme))
        .containsExactly(new Route(acme.organization(), acme.connection(), acme.revision(), false));
    LiveConnection live = await(connections.byId(acme.connection())).orElseThrow();
    assertThat(live.revision().id()).isEqualTo(acme.revision());
    assertThat(live.connection().trustedKeys()).hasSize(1);
    assertThat(live.connection().serviceProvider().keys()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"organization", "membership", "domain", "connection"})
  void readsEveryExampleWithUnknownFields(String schema) {
    for (String event : EventContracts.eventNames(schema)) {
      Id id = Published.id(kindOf(schema));
      world.tell(
          schema,
          event,
          Published.example(schema, event, Map.of("id", id, "addedLater", List.of(1))),
          Map.of());
    }
  }

  @Test
  void anOlderOrRepeatedEventChangesNothing() {
    Customer acme = world.customer();
    ObjectNode activated =
        Published.example(
            "connection",
            "ConnectionActivated",
            Map.of(
                "id", acme.connection(),
                "organization", acme.organization(),
                "version", 1_000_000,
                "domains", List.of(acme.domain())));
    ((ObjectNode) activated.get("live")).put("id", acme.revision().toString());
    ObjectNode deactivated =
        activated.deepCopy().put("version", 1_000_001).put("status", "inactive");
    deactivated.putNull("live");

    world.tell("connection", "ConnectionActivated", activated, Map.of());
    world.tell("connection", "ConnectionDeactivated", deactivated, Map.of());
    world.tell("connection", "ConnectionDeactivated", deactivated, Map.of());
    world.tell("connection", "ConnectionActivated", activated, Map.of());

    assertThat(routes(acme)).isEmpty();
    assertThat(await(connections.byId(acme.connection()))).isEmpty();
    assertThat(await(connections.known(acme.connection())).orElseThrow().version())
        .isEqualTo(1_000_001);
  }

  @Test
  void aHigherEpochBeatsAHigherVersion() {
    Customer acme = world.customer();

    world.connection(
        acme, "ConnectionActivated", Map.of("epoch", 2, "version", 1, "status", "inactive"));

    assertThat(routes(acme)).isEmpty();
  }

  @Test
  void theHighestOwnershipRoutesInWhateverOrderTheNewsComes() {
    Customer loser = world.customer();
    Customer winner = world.customer();

    world.domain(winner, "DomainVerified", Map.of("name", loser.domainName(), "ownership", 2));

    assertThat(routes(loser))
        .extracting(Route::organization)
        .containsExactly(winner.organization());

    world.domain(winner, "DomainRemoved", Map.of("name", loser.domainName(), "ownership", 2));

    assertThat(routes(loser)).as("the loser's old proof does not come back to life").isEmpty();
  }

  @Test
  void aLapsedDomainRoutesButSaysSo() {
    Customer acme = world.customer();

    world.domain(acme, "DomainLapsed", Map.of());

    assertThat(routes(acme)).extracting(Route::lapsed).containsExactly(true);
  }

  @Test
  void deniesADeletedOrganizationAtOnce() {
    Customer acme = world.customer();

    world.organization(acme, "OrganizationDeleted", Map.of());

    assertThat(routes(acme)).isEmpty();
    assertThat(await(connections.byId(acme.connection()))).isEmpty();
    assertThat(await(connections.known(acme.connection()))).isEmpty();
  }

  @Test
  void deniesADeletedConnectionAndForgetsItsRevisions() {
    Customer acme = world.customer();
    assertThat(await(connections.revision(acme.connection(), acme.revision()))).isPresent();

    world.tell(
        "connection",
        "ConnectionDeleted",
        Published.example(
            "connection",
            "ConnectionDeleted",
            Map.of(
                "id", acme.connection(),
                "organization", acme.organization(),
                "version", KnownWorld.next())),
        Map.of());

    assertThat(routes(acme)).isEmpty();
    assertThat(await(connections.known(acme.connection()))).isEmpty();
    assertThat(await(connections.revision(acme.connection(), acme.revision()))).isEmpty();
  }

  @Test
  void aSpoofedEventCannotMoveAThingToAnotherOrganization() {
    Customer acme = world.customer();
    Customer attacker = world.customer();

    world.domain(acme, "DomainVerified", Map.of("organization", attacker.organization()));
    world.connection(acme, "ConnectionActivated", Map.of("organization", attacker.organization()));

    assertThat(routes(acme)).extracting(Route::organization).containsExactly(acme.organization());
  }

  @Test
  void keepsEarlierRevisionsForWhatBeganWithThem() {
    Customer acme = world.customer();
    Id next = Published.id(IdKind.REVISION);
    ObjectNode live =
        (ObjectNode) Published.example("connection", "ConnectionActivated", Map.of()).get("live");

    world.connection(acme, "ConnectionActivated", Map.of("live", live.put("id", next.toString())));

    assertThat(await(connections.byId(acme.connection())).orElseThrow().revision().id())
        .isEqualTo(next);
    assertThat(await(connections.revision(acme.connection(), acme.revision()))).isPresent();
  }

  @Test
  void appliesWhatArrivesOverKafka() {
    Customer acme = world.customer();
    ObjectNode data =
        Published.example(
            "connection",
            "ConnectionDeactivated",
            Map.of(
                "id", acme.connection(),
                "organization", acme.organization(),
                "version", KnownWorld.next()));

    Topic.of("gatehouse.connections")
        .publish("ConnectionDeactivated", acme.connection().toString(), data.toString());

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(routes(acme)).isEmpty());
  }

  private List<Route> routes(Customer customer) {
    return await(connections.byEmailDomain(customer.domainName()));
  }

  private static IdKind kindOf(String schema) {
    return switch (schema) {
      case "organization" -> IdKind.ORGANIZATION;
      case "membership" -> IdKind.MEMBER;
      case "domain" -> IdKind.DOMAIN;
      default -> IdKind.CONNECTION;
    };
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(10));
  }
}
