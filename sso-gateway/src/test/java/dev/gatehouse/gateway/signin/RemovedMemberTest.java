package dev.gatehouse.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.ids.Id;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RemovedMemberTest {

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  @Test
  void staysOutUntilInvitedAgain() {
    TestConnection acme = customers.active();
    signIn(acme, "alice").then().statusCode(303);
    customers.member(
        acme, "MembershipRevoked", Map.of("email", acme.email("alice"), "status", "revoked"));

    assertThat(database.reasonsBehind(signIn(acme, "alice"))).containsOnly("member_blocked");

    Id invited = customers.member(acme, "MembershipGranted", Map.of("email", acme.email("alice")));
    signIn(acme, "alice").then().statusCode(303).header("Location", containsString("code="));
    assertThat(
            database.text(
                "select member from person where id in (select person from"
                    + " person_identity where connection = $1)",
                acme))
        .isEqualTo(invited.toString());
  }

  @Test
  void staysOutUnderANewSubjectToo() {
    TestConnection acme = customers.active();
    customers.member(
        acme, "MembershipRevoked", Map.of("email", acme.email("alice"), "status", "revoked"));
    Away alice = trips.leave(acme);
    IdpResponse answer = alice.answer(acme.email("ALICE"));
    answer.nameId = "alice-under-another-name";

    Response end = alice.comesBackWith(answer.signedBy(acme.key()));

    assertThat(database.reasonsBehind(end)).containsOnly("member_blocked");
    assertThat(database.people(acme)).isEmpty();
  }

  @Test
  void whoeverGetsTheAddressLaterIsNotTheSamePerson() {
    TestConnection acme = customers.active();
    signIn(acme, "alice").then().statusCode(303);
    Away successor = trips.leave(acme);
    IdpResponse answer = successor.answer(acme.email("alice"));
    answer.nameId = "another-alice";

    Response end = successor.comesBackWith(answer.signedBy(acme.key()));

    assertThat(database.reasonsBehind(end)).containsOnly("subject_conflict");
    assertThat(database.codesOf(acme)).isEqualTo(1);
  }

  @Test
  void twoMembersWithOneAddressAreTooMany() {
    TestConnection acme = customers.active();
    customers.member(acme, "MembershipGranted", Map.of("email", acme.email("alice")));
    customers.member(acme, "MembershipGranted", Map.of("email", acme.email("Alice")));

    assertThat(database.reasonsBehind(signIn(acme, "alice"))).containsOnly("several_members");

    assertThat(database.people(acme)).isEmpty();
  }

  private Response signIn(TestConnection connection, String name) {
    Away away = trips.leave(connection);
    return away.comesBackWith(away.answer(connection.email(name)).signedBy(connection.key()));
  }
}
