package dev.gatehouse.gateway.reason;

import static io.restassured.RestAssured.given;

import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.ids.IdKind;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Consumer;

/** Sign-ins that the gateway itself refuses; a new reason does not compile without one. */
@ApplicationScoped
class SignInReasons {

  private final Customers customers;
  private final Trips trips;

  SignInReasons(Customers customers, Trips trips) {
    this.customers = customers;
    this.trips = trips;
  }

  /** Where a sign-in ends that is refused for this reason alone. */
  Response provoke(SignInReason reason) {
    return switch (reason) {
      case ATTEMPT_EXPIRED -> afterTooLong();
      case ASSERTION_REPLAYED -> withTheAssertionOfAnotherAttempt();
      case CONNECTION_NOT_LIVE -> after(customers::deactivate);
      case CONNECTION_SUSPENDED -> after(customers::suspend);
      case REVISION_REPLACED ->
          after(acme -> customers.activateAnotherRevision(acme, Published.id(IdKind.REVISION)));
      case IDP_KEY_REVOKED -> after(customers::revokeKey);
      case ORGANIZATION_DELETED ->
          after(acme ->
              customers.organization(acme, "OrganizationDeleted", Map.of("status", "deleted")));
      case EMAIL_DOMAIN_NOT_ROUTED -> after(customers::takeDomainOff);
      case EMAIL_DOMAIN_LAPSED ->
          after(acme ->
              customers.domain(acme, "DomainLapsed", Map.of("status", "lapsed", "ownership", 1)));
      case MEMBER_BLOCKED ->
          after(acme ->
              customers.member(
                  acme,
                  "MembershipRevoked",
                  Map.of("email", acme.email("alice"), "status", "revoked")));
      case SEVERAL_MEMBERS ->
          after(acme -> {
            customers.member(acme, "MembershipGranted", Map.of("email", acme.email("alice")));
            customers.member(acme, "MembershipGranted", Map.of("email", acme.email("Alice")));
          });
      case SUBJECT_CONFLICT -> asAnotherSubjectWithTheSameAddress();
      case CONNECTION_MISMATCH -> atTheAddressOfAnotherConnection();
    };
  }

  /** What happens between a faultless answer and the browser's going on. */
  private Response after(Consumer<TestConnection> change) {
    TestConnection acme = customers.active();
    Away alice = answered(acme);
    change.accept(acme);
    return alice.goesOn();
  }

  private Away answered(TestConnection acme) {
    Away alice = trips.leave(acme);
    alice
        .browser()
        .postResponse(
            acme, alice.answer(acme.email("alice")).signedBy(acme.key()), alice.relayState())
        .then()
        .statusCode(303);
    return alice;
  }

  private Response afterTooLong() {
    TestConnection acme = customers.active();
    Away alice = answered(acme);
    given()
        .contentType("application/json")
        .body("{\"offset\":\"PT16M\"}")
        .put("/test/clock")
        .then()
        .statusCode(204);
    try {
      return alice.goesOn();
    } finally {
      given().delete("/test/clock").then().statusCode(204);
    }
  }

  private Response withTheAssertionOfAnotherAttempt() {
    TestConnection acme = customers.active();
    Away first = trips.leave(acme);
    IdpResponse used = first.answer(acme.email("alice"));
    first.comesBackWith(used.signedBy(acme.key())).then().statusCode(303);
    Away second = trips.leave(acme);
    IdpResponse again = second.answer(acme.email("alice"));
    again.assertionId = used.assertionId;
    return second.comesBackWith(again.signedBy(acme.key()));
  }

  private Response asAnotherSubjectWithTheSameAddress() {
    TestConnection acme = customers.active();
    answered(acme).goesOn().then().statusCode(303);
    Away successor = trips.leave(acme);
    IdpResponse answer = successor.answer(acme.email("alice"));
    answer.nameId = "another-alice";
    return successor.comesBackWith(answer.signedBy(acme.key()));
  }

  private Response atTheAddressOfAnotherConnection() {
    TestConnection acme = customers.active();
    TestConnection other = customers.active();
    Away alice = trips.leave(acme);
    alice
        .browser()
        .postResponse(
            other, alice.answer(acme.email("alice")).signedBy(acme.key()), alice.relayState())
        .then()
        .statusCode(303);
    return alice.goesOn();
  }
}
