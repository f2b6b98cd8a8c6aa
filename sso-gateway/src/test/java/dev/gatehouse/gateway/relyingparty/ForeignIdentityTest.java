package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.Keys;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import dev.gatehouse.gateway.fixtures.Trips;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** TN1, TN4, TN5 and TN15: a faultless signature of the wrong customer. */
@QuarkusTest
class ForeignIdentityTest {

  private static final String TENANT = "3f2a7e0c-5b1d-4d8e-9a64-1c0f7b2e8d11";

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Trips applications;
  @Inject Database database;

  @Test
  void anEmailAtAnotherCustomersDomainIsRefused() {
    OpenIdConnection victim = customers.active(OpenIdProvider.start());
    OpenIdConnection hostile = customers.active(OpenIdProvider.start());

    Response end = comesBack(hostile, it -> it.claim("email", victim.email("ceo")));

    assertThat(database.reasonsBehind(end)).containsExactly("email_domain_not_verified");
    assertThat(database.people(victim.connection())).isEmpty();
    assertThat(database.codesOf(hostile.connection())).isZero();
  }

  @Test
  void anEmailWithTwoReadingsIsRefused() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());

    Response end =
        comesBack(acme, it -> it.claim("email", "\"ceo@victim.example\"@" + domain(acme)));

    assertThat(database.reasonsBehind(end)).containsExactly("email_invalid");
  }

  @Test
  void nOAuthAnEmailThatAnotherTenantWroteIntoItsDirectoryIsNotAPerson() {
    OpenIdConnection acme = entra();
    assertThat(comesBack(acme, entra(TENANT, "oid-of-alice")).header("Location")).contains("code=");

    Response foreign =
        comesBack(acme, entra("00000000-dead-beef-0000-000000000000", "oid-of-mallory"));

    assertThat(database.reasonsBehind(foreign)).containsExactly("oidc_tenant_mismatch");
    assertThat(database.codesOf(acme.connection())).isEqualTo(1);
  }

  @Test
  void nOAuthAnEmailThatSomebodyElseTookOverDoesNotOpenTheFirstOnesAccount() {
    OpenIdConnection acme = entra();
    comesBack(acme, entra(TENANT, "oid-of-alice"));

    Response end = comesBack(acme, entra(TENANT, "oid-of-mallory"));

    assertThat(database.reasonsBehind(end)).containsExactly("subject_conflict");
    assertThat(identities(acme)).containsExactly(TENANT + "/oid-of-alice");
  }

  @Test
  void aTokenThatNamesNoTenantOrNoObjectIsRefused() {
    OpenIdConnection acme = entra();

    assertThat(database.reasonsBehind(comesBack(acme, it -> it.claim("oid", "o"))))
        .containsExactly("oidc_tenant_mismatch");
    assertThat(database.reasonsBehind(comesBack(acme, it -> it.claim("tid", TENANT))))
        .containsExactly("oidc_id_token_invalid");
  }

  @Test
  void anIssuerForEverybodysTenantSignsNobodyIn() {
    OpenIdConnection acme =
        customers.active(
            OpenIdProvider.start("/common" + UUID.randomUUID() + "/v2.0"),
            Map.of("subject", Map.of("source", "entra_object_id")));
    AtProvider mallory = trips.leave(acme);

    Response end = mallory.comesBackWith(mallory.token("alice", entra(TENANT, "o")));

    assertThat(database.reasonsBehind(end)).containsExactly("oidc_tenant_mismatch");
    assertThat(acme.provider().asked("/token")).isZero();
  }

  @Test
  void aPersonalGoogleAccountWithTheRightEmailIsRefused() {
    OpenIdConnection acme =
        customers.active(OpenIdProvider.start(), Map.of("hostedDomains", List.of("acme.example")));
    assertThat(trips.leave(acme).request()).containsEntry("hd", "acme.example");

    assertThat(database.reasonsBehind(comesBack(acme, it -> it)))
        .containsExactly("oidc_hosted_domain_mismatch");
    assertThat(database.reasonsBehind(comesBack(acme, it -> it.claim("hd", "evil.example"))))
        .containsExactly("oidc_hosted_domain_mismatch");
    comesBack(acme, it -> it.claim("hd", "acme.example"))
        .then()
        .header("Location", containsString("code="));
  }

  @Test
  void aClaimThatPeopleCanChangeNamesNobody() {
    OpenIdConnection acme =
        customers.active(
            OpenIdProvider.start(), Map.of("subject", Map.of("source", "claim", "claim", "email")));

    assertThat(database.reasonsBehind(comesBack(acme, it -> it)))
        .containsExactly("oidc_id_token_invalid");
    assertThat(database.people(acme.connection())).isEmpty();
  }

  @Test
  void aLoginHintOfAnotherCustomerChoosesNoConnection() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    OpenIdConnection other = customers.active(OpenIdProvider.start());

    var answer =
        applications.begin(
            applications.request(other.email("alice"), null, acme.id(), Set.of(), null));

    assertThat(answer.getLocation().toString())
        .startsWith(Trips.REDIRECT_URI)
        .contains("error=invalid_request");
  }

  @Test
  void aLoginHintThatIsNoAddressDoesNotReachTheProvider() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());

    AtProvider alice =
        trips.leave(
            acme,
            applications.request(
                "alice&prompt=none&redirect_uri=https://evil.example",
                null,
                acme.id(),
                Set.of(),
                null));

    assertThat(alice.request())
        .doesNotContainKeys("login_hint", "prompt")
        .containsEntry("redirect_uri", acme.redirectUri());
  }

  private OpenIdConnection entra() {
    return customers.active(
        OpenIdProvider.start("/" + TENANT + "/" + UUID.randomUUID() + "/v2.0"),
        Map.of("subject", Map.of("source", "entra_object_id")));
  }

  private static UnaryOperator<JWTClaimsSet.Builder> entra(String tenant, String object) {
    return claims -> claims.claim("tid", tenant).claim("oid", object);
  }

  private Response comesBack(
      OpenIdConnection connection, UnaryOperator<JWTClaimsSet.Builder> change) {
    AtProvider trip = trips.leave(connection);
    String token = trip.token("alice", change);
    assertThat(Keys.signed(connection.provider().key(), token)).isTrue();
    return trip.comesBackWith(token);
  }

  private List<String> identities(OpenIdConnection connection) {
    return database.texts(
        "select subject from person_identity where connection = $1", connection.id());
  }

  private static String domain(OpenIdConnection connection) {
    return connection.email("").substring(1);
  }
}
