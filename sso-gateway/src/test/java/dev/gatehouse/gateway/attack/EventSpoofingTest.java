package dev.gatehouse.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.projection.KnownWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * EV1. Events whose organization, connection and version do not fit together, as somebody would
 * write them who can publish but is not the owner. Each time the sign-in goes where it went before.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class EventSpoofingTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;
  @Inject KnownWorld world;

  @Test
  void aConnectionThatClaimsTheDomainOfAnotherOrganizationGetsNobodyFromThere() {
    unmoved((acme, evil) -> {
      Map<String, Object> live = live(evil);
      live.put("domains", List.of(acme.customer().domain()));
      world.connection(evil.customer(), "ConnectionActivated", live);
    });
  }

  @Test
  void aDomainDoesNotMoveToAnotherOrganization() {
    unmoved((acme, evil) ->
        world.domain(
            acme.customer(),
            "DomainVerified",
            Map.of("organization", evil.customer().organization())));
  }

  @Test
  void aConnectionDoesNotMoveToAnotherOrganizationNorTakeItsKeys() {
    unmoved((acme, evil) -> {
      Map<String, Object> live = live(acme);
      live.put("organization", evil.customer().organization());
      live.put("live", evil.revision(acme.customer().revision(), 1));
      world.connection(acme.customer(), "ConnectionActivated", live);
    });
  }

  @Test
  void aDomainThatIsOnlyClaimedTakesNothingFromItsHolder() {
    unmoved((acme, evil) ->
        world.domain(
            evil.customer(),
            "DomainClaimed",
            Map.of("name", acme.customer().domainName(), "status", "pending")));
  }

  @Test
  void aNameThatWasWonLongAgoIsNotWonAgain() {
    unmoved((acme, evil) -> {
      world.domain(acme.customer(), "DomainVerified", Map.of("ownership", 7));
      world.domain(
          evil.customer(),
          "DomainVerified",
          Map.of("name", acme.customer().domainName(), "ownership", 6));
    });
  }

  @Test
  void anOldVersionWithAnotherIdentityProviderIsNotBelieved() {
    unmoved((acme, evil) -> {
      Map<String, Object> old = live(acme);
      old.put("version", 1);
      old.put("live", evil.revision(acme.customer().revision(), 1));
      world.connection(acme.customer(), "ConnectionActivated", old);
    });
  }

  @Test
  void aRevisionThatPeopleSignInWithIsNotMadeLiveWithoutAStatusThatSaysSo() {
    TestConnection acme = customers.active();
    Map<String, Object> stopped = live(acme);
    stopped.put("status", "inactive");

    world.connection(acme.customer(), "ConnectionActivated", stopped);

    assertThat(trips.begin(trips.request(acme.email("alice"))).getLocation().toString())
        .startsWith(Trips.REDIRECT_URI)
        .contains("error=sso_not_available");
  }

  private static Map<String, Object> live(TestConnection connection) {
    Map<String, Object> live = new java.util.HashMap<>();
    live.put("status", "active");
    live.put("live", connection.revision(connection.customer().revision(), 1));
    return live;
  }

  private interface Spoof {
    void against(TestConnection victim, TestConnection attacker);
  }

  private void unmoved(Spoof spoof) {
    TestConnection acme = customers.active();
    TestConnection evil = customers.active();

    spoof.against(acme, evil);

    var alice = trips.leave(acme);
    assertThat(alice.location().toString()).startsWith(acme.ssoUrl());
    assertThat(
            alice
                .comesBackWith(alice.answer(acme.email("alice")).signedBy(acme.key()))
                .statusCode())
        .isEqualTo(303);
    assertThat(database.codesOf(acme)).isEqualTo(1);
    assertThat(database.codesOf(evil)).isZero();
  }
}
