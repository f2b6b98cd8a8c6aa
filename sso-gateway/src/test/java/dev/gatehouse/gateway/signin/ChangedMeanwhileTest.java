package dev.gatehouse.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What changes between the answer of the identity provider and the code still counts. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ChangedMeanwhileTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void aDeactivatedConnectionGivesNoCode() {
    refusedAfter(customers::deactivate, "connection_not_live");
  }

  @Test
  void aSuspendedConnectionGivesNoCode() {
    refusedAfter(customers::suspend, "connection_suspended");
  }

  @Test
  void anotherRevisionGivesNoCode() {
    refusedAfter(
        acme -> customers.activateAnotherRevision(acme, Published.id(IdKind.REVISION)),
        "revision_replaced");
  }

  @Test
  void aRevokedKeyGivesNoCode() {
    refusedAfter(customers::revokeKey, "idp_key_revoked");
  }

  @Test
  void aDeletedOrganizationGivesNoCode() {
    refusedAfter(
        acme -> customers.organization(acme, "OrganizationDeleted", Map.of("status", "deleted")),
        "organization_deleted");
  }

  @Test
  void aRemovedMemberGetsNoCode() {
    refusedAfter(
        acme ->
            customers.member(
                acme,
                "MembershipRevoked",
                Map.of("email", acme.email("alice"), "status", "revoked")),
        "member_blocked");
  }

  @Test
  void aDomainThatIsTakenOffGivesNoCode() {
    refusedAfter(customers::takeDomainOff, "email_domain_not_routed");
  }

  @Test
  void aDomainThatIsLostGivesNoCode() {
    refusedAfter(
        acme -> customers.domain(acme, "DomainRemoved", Map.of("status", "removed")),
        "email_domain_not_routed");
  }

  /** Somebody known is signed in by another statement than somebody new. */
  private void refusedAfter(Consumer<TestConnection> change, String reason) {
    TestConnection newToUs = customers.active();
    refusedAfter(newToUs, change, reason);
    assertThat(database.codesOf(newToUs)).isZero();
    assertThat(database.people(newToUs)).isEmpty();

    TestConnection known = customers.active();
    Away before = trips.leave(known);
    before
        .comesBackWith(before.answer(known.email("alice")).signedBy(known.key()))
        .then()
        .statusCode(303);
    assertThat(database.codesOf(known)).isEqualTo(1);
    refusedAfter(known, change, reason);
    assertThat(database.codesOf(known)).isEqualTo(1);
  }

  private void refusedAfter(TestConnection acme, Consumer<TestConnection> change, String reason) {
    Away alice = trips.leave(acme);
    alice
        .browser()
        .postResponse(
            acme, alice.answer(acme.email("alice")).signedBy(acme.key()), alice.relayState())
        .then()
        .statusCode(303);
    change.accept(acme);

    Response end = alice.goesOn();

    assertThat(database.reasonsBehind(end)).containsOnly(reason);
    assertThat(database.reasonsOf(acme)).containsExactly(reason);
  }
}
