package dev.gatehouse.gateway.reason;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Keys;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.oidc.OidcReasonCode;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Answers of a real OpenID provider, whose tokens are really signed; a new reason does not compile
 * without one.
 */
@ApplicationScoped
class OidcReasons {

  private final OpenIdCustomers customers;
  private final OpenIdTrips trips;
  private final Trips applications;

  OidcReasons(OpenIdCustomers customers, OpenIdTrips trips, Trips applications) {
    this.customers = customers;
    this.trips = trips;
    this.applications = applications;
  }

  /** Where a sign-in ends that is refused for this reason alone. */
  Response provoke(OidcReasonCode reason) {
    return switch (reason) {
      case DISCOVERY_FAILED ->
          withoutLeaving(OpenIdProvider.start().says("token_endpoint", "file:///etc/passwd"));
      case ISSUER_MISMATCH -> claiming(it -> it.issuer("https://evil.example"));
      case STATE_MISMATCH -> {
        OpenIdConnection acme = acme();
        yield trips.leave(acme).browser().get(acme.callback() + "?code=c&state=guessed");
      }
      case NONCE_MISMATCH -> claiming(it -> it.claim("nonce", "another"));
      case TOKEN_REQUEST_FAILED -> {
        AtProvider alice = trips.leave(acme());
        yield alice.comesBack(alice.callback("never-issued"));
      }
      case CLIENT_REJECTED -> with(Map.of("clientId", "renamed at the provider"), it -> it);
      case ID_TOKEN_INVALID -> claiming(it -> it.subject(null));
      case ID_TOKEN_EXPIRED -> claiming(it -> it.expirationTime(Date.from(Instant.EPOCH)));
      case AUDIENCE_MISMATCH -> claiming(it -> it.audience("somebody else"));
      case ALGORITHM_REFUSED -> with(Map.of("idTokenSigningAlgs", List.of("ES256")), it -> it);
      case SIGNATURE_INVALID -> signedByAStranger("key-1");
      case KEY_UNKNOWN -> signedByAStranger("a stranger's");
      case TENANT_MISMATCH -> fromAnotherTenant();
      case HOSTED_DOMAIN_MISMATCH ->
          with(Map.of("hostedDomains", List.of("acme.example")), it -> it);
      case USERINFO_MISMATCH -> completedBy(Map.of("sub", "ceo-1"));
      case EMAIL_MISSING -> completedBy(Map.of("sub", "alice-1"));
      case ERROR_RETURNED -> {
        AtProvider alice = trips.leave(acme());
        yield alice.comesBack(alice.callback("").replace("?code=", "?error=access_denied"));
      }
    };
  }

  private OpenIdConnection acme() {
    return customers.active(OpenIdProvider.start());
  }

  private Response claiming(UnaryOperator<JWTClaimsSet.Builder> claims) {
    return with(Map.of(), claims);
  }

  private Response with(Map<String, ?> settings, UnaryOperator<JWTClaimsSet.Builder> claims) {
    return comesBack(customers.active(OpenIdProvider.start(), settings), claims);
  }

  private Response comesBack(
      OpenIdConnection connection, UnaryOperator<JWTClaimsSet.Builder> claims) {
    AtProvider alice = trips.leave(connection);
    String token = alice.token("alice", claims);
    if (!Keys.signed(connection.provider().key(), token)) {
      throw new AssertionError("only what is signed shows that its claims are looked at");
    }
    return alice.comesBackWith(token);
  }

  private Response signedByAStranger(String keyId) {
    AtProvider alice = trips.leave(acme());
    return alice.comesBackWith(Keys.sign(Keys.rsa(keyId), alice.claims("alice").build()));
  }

  private Response fromAnotherTenant() {
    return comesBack(
        customers.active(
            OpenIdProvider.start("/" + UUID.randomUUID() + "/v2.0"),
            Map.of("subject", Map.of("source", "entra_object_id"))),
        it -> it.claim("tid", UUID.randomUUID().toString()).claim("oid", "oid-of-mallory"));
  }

  private Response completedBy(Map<String, Object> userInfo) {
    OpenIdConnection acme = acme();
    AtProvider alice = trips.leave(acme);
    String thin = alice.token("alice", it -> it.claim("email", null));
    return alice.comesBack(alice.callback(acme.provider().code(alice.request(), thin, userInfo)));
  }

  private Response withoutLeaving(OpenIdProvider provider) {
    OpenIdConnection acme = customers.active(provider);
    var departure = applications.begin(applications.request(acme.email("alice")));
    Browser browser = new Browser();
    browser.keep(departure.getCookies());
    return browser.get("/sign-in/continue?" + departure.getLocation().getRawQuery());
  }
}
