package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.Keys;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RP1 and RP2: the token endpoint's TLS replaces no check of the ID token. */
@QuarkusTest
class ForgedIdTokenTest {

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Database database;

  static Stream<Arguments> misdirected() {
    return Stream.of(
        claims("another issuer", "oidc_issuer_mismatch", it -> it.issuer("https://evil.example")),
        claims("no issuer", "oidc_issuer_mismatch", it -> it.issuer(null)),
        claims("another client", "oidc_audience_mismatch", it -> it.audience("somebody else")),
        claims(
            "one more audience without azp",
            "oidc_audience_mismatch",
            it -> it.audience(List.of(OpenIdProvider.CLIENT, "somebody else"))),
        claims(
            "another authorized party",
            "oidc_audience_mismatch",
            it -> it.claim("azp", "somebody else")),
        claims("another nonce", "oidc_nonce_mismatch", it -> it.claim("nonce", "another")),
        claims("no nonce", "oidc_nonce_mismatch", it -> it.claim("nonce", null)),
        claims("no expiry", "oidc_id_token_invalid", it -> it.expirationTime(null)),
        claims("no time of issue", "oidc_id_token_invalid", it -> it.issueTime(null)),
        claims(
            "expired",
            "oidc_id_token_expired",
            it -> it.expirationTime(Date.from(java.time.Instant.EPOCH))),
        claims(
            "issued in the future",
            "oidc_id_token_expired",
            it -> it.issueTime(Date.from(java.time.Instant.parse("2199-01-01T00:00:00Z")))),
        claims("no subject", "oidc_id_token_invalid", it -> it.subject(null)),
        claims(
            "the hash of another access token",
            "oidc_id_token_invalid",
            it -> it.claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")));
  }

  private static Arguments claims(
      String name, String reason, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.of(name, reason, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misdirected")
  void aSignedTokenThatIsNotForThisAttemptIsRefused(
      String name, String reason, UnaryOperator<JWTClaimsSet.Builder> change) {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider mallory = trips.leave(acme);
    String token = mallory.token("mallory", change);
    assertThat(Keys.signed(acme.provider().key(), token)).isTrue();

    Response end = mallory.comesBackWith(token);

    assertThat(database.reasonsBehind(end)).containsExactly(reason);
    assertThat(database.codesOf(acme.connection())).isZero();
    assertThat(database.people(acme.connection())).isEmpty();
  }

  static Stream<Arguments> forged() {
    return Stream.of(
        forgery(
            "alg none",
            "oidc_algorithm_refused",
            (key, claims) -> new PlainJWT(claims).serialize()),
        forgery(
            "HS256 with the public key",
            "oidc_algorithm_refused",
            (key, claims) -> hmac(claims, publicKey(key))),
        forgery(
            "HS256 with the client secret",
            "oidc_algorithm_refused",
            (key, claims) ->
                hmac(
                    claims,
                    (OpenIdProvider.SECRET + OpenIdProvider.SECRET)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        forgery(
            "a stranger's key under the provider's key id",
            "oidc_signature_invalid",
            (key, claims) -> Keys.sign(Keys.rsa(key.getKeyID()), claims)),
        forgery(
            "a stranger's key with an id of its own",
            "oidc_key_unknown",
            (key, claims) -> Keys.sign(Keys.rsa("stranger"), claims)),
        forgery(
            "a stranger's key embedded in the header",
            "oidc_signature_invalid",
            (key, claims) -> embedded(Keys.rsa(key.getKeyID()), claims)));
  }

  private static Arguments forgery(
      String name, String reason, BiFunction<RSAKey, JWTClaimsSet, String> forge) {
    return Arguments.of(name, reason, forge);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forged")
  void aTokenThatTheProviderDidNotSignIsRefused(
      String name, String reason, BiFunction<RSAKey, JWTClaimsSet, String> forge) {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider mallory = trips.leave(acme);

    Response end =
        mallory.comesBackWith(
            forge.apply(acme.provider().key(), mallory.claims("mallory").build()));

    assertThat(database.reasonsBehind(end)).containsExactly(reason);
    assertThat(database.codesOf(acme.connection())).isZero();
  }

  @Test
  void anAlgorithmThatTheRevisionDoesNotNameIsRefusedThoughTheSignatureIsGood() {
    OpenIdConnection acme =
        customers.active(OpenIdProvider.start(), Map.of("idTokenSigningAlgs", List.of("ES256")));
    AtProvider alice = trips.leave(acme);

    assertThat(database.reasonsBehind(alice.signsIn("alice")))
        .containsExactly("oidc_algorithm_refused");
  }

  @Test
  void theSameTokenWithoutAnyFaultIsAccepted() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());

    trips.leave(acme).signsIn("alice").then().header("Location", containsString("code="));
  }

  private static String embedded(RSAKey stranger, JWTClaimsSet claims) {
    return Keys.sign(
        stranger,
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(stranger.getKeyID())
            .jwk(stranger.toPublicJWK())
            .build(),
        claims);
  }

  private static byte[] publicKey(RSAKey key) {
    try {
      return key.toRSAPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hmac(JWTClaimsSet claims, byte[] key) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
