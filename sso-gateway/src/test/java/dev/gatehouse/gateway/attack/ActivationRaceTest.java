package dev.gatehouse.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * TN12. Activations that overtake each other on their way: what is live in the end is what the
 * owner activated last, never a mixture and never two.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ActivationRaceTest {

  private static final int ACTIVATIONS = 12;
  private static final long BASE = 5_000_000;

  @Inject Customers customers;
  @Inject KnownWorld world;
  @Inject Connections connections;

  @Test
  void ofManyActivationsThatArriveAtOnceAndInAnyOrderTheLastOneCounts() throws Exception {
    TestConnection acme = customers.active();
    List<Id> revisions = new ArrayList<>();
    List<Callable<Void>> arrivals = new ArrayList<>();
    for (int i = 0; i < ACTIVATIONS; i++) {
      Id revision = Published.id(IdKind.REVISION);
      revisions.add(revision);
      long version = BASE + i;
      arrivals.add(() -> {
        activated(acme, revision, version);
        return null;
      });
    }
    Collections.shuffle(arrivals, new Random(7));

    try (var replicas = Executors.newFixedThreadPool(6)) {
      for (Future<Void> arrival : replicas.invokeAll(arrivals)) {
        arrival.get();
      }
    }

    assertThat(
            connections
                .byEmailDomain(acme.customer().domainName())
                .await()
                .atMost(Duration.ofSeconds(10)))
        .singleElement()
        .satisfies(route -> assertThat(route.revision()).isEqualTo(revisions.getLast()));
    assertThat(live(acme)).isEqualTo(revisions.getLast());
  }

  @Test
  void aDeactivationIsNotUndoneByAnActivationThatComesAfterItButIsOlder() {
    TestConnection acme = customers.active();
    Map<String, Object> off = new HashMap<>();
    off.put("status", "inactive");
    off.put("version", BASE + 2);
    world.connection(acme.customer(), "ConnectionDeactivated", off);

    activated(acme, Published.id(IdKind.REVISION), BASE + 1);

    assertThat(
            connections
                .byEmailDomain(acme.customer().domainName())
                .await()
                .atMost(Duration.ofSeconds(10)))
        .isEmpty();
  }

  private void activated(TestConnection acme, Id revision, long version) {
    world.connection(
        acme.customer(),
        "ConnectionActivated",
        Map.of("status", "active", "version", version, "live", acme.revision(revision, 2)));
  }

  private Id live(TestConnection acme) {
    return connections
        .byId(acme.id())
        .await()
        .atMost(Duration.ofSeconds(10))
        .orElseThrow()
        .revision()
        .id();
  }
}
