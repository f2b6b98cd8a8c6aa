package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.Product;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the provider says of a sign-in reaches the application truthfully (RFC 9700, AS11). */
@QuarkusTest
class DownstreamClaimsTest {

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Clock clock;

  private JWTClaimsSet claims(OpenIdConnection acme, UnaryOperator<JWTClaimsSet.Builder> change)
      throws ParseException {
    return SignedJWT.parse(
            Product.register(Map.of()).signIn(acme, trips, "alice", change).idToken())
        .getJWTClaimsSet();
  }

  @Test
  void theApplicationLearnsWhenHowAndWhereThePersonAuthenticated() throws Exception {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    long earlier = clock.instant().getEpochSecond() - 4_321;

    JWTClaimsSet claims =
        claims(
            acme, it -> it.claim("auth_time", earlier).claim("amr", List.of("pwd", "otp", "mfa")));

    assertThat(claims.getLongClaim("auth_time")).isEqualTo(earlier);
    assertThat(claims.getStringListClaim("amr")).containsExactly("pwd", "otp", "mfa");
    assertThat(claims.getJSONObjectClaim("idp"))
        .containsEntry("issuer", acme.provider().issuer())
        .containsEntry("subject", "alice-1");
    assertThat(claims.getSubject()).startsWith("per_");
    assertThat(claims.getBooleanClaim("email_verified")).isTrue();
  }

  /** Nothing is made up where the provider is silent: the time is then that of its ID token. */
  @Test
  void whatTheProviderDoesNotSayIsNotClaimed() throws Exception {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());

    JWTClaimsSet claims = claims(acme, it -> it.claim("auth_time", null).claim("amr", null));

    assertThat(claims.getClaims()).doesNotContainKey("amr");
    assertThat(claims.getLongClaim("auth_time"))
        .isBetween(clock.instant().getEpochSecond() - 300, clock.instant().getEpochSecond());
  }
}
