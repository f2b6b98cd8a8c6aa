package dev.gatehouse.oidc.idtoken;

import static dev.gatehouse.oidc.fixtures.TestProvider.CLIENT;
import static dev.gatehouse.oidc.fixtures.TestProvider.NOW;
import static dev.gatehouse.oidc.idtoken.Judged.accepted;
import static dev.gatehouse.oidc.idtoken.Judged.codes;
import static dev.gatehouse.oidc.idtoken.Judged.expected;
import static dev.gatehouse.oidc.idtoken.Judged.judge;
import static dev.gatehouse.oidc.idtoken.Judged.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.fixtures.TestProvider;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens that the provider really signed, but not for us, not now, or not for this attempt (RP2).
 */
class MisdirectedTokenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example",
        "https://idp.example/",
        "https://IDP.example",
        "http://idp.example",
        "https://idp.example:443",
        "https://idp.example.attacker.example",
        ""
      })
  void refusesAnotherIssuer(String issuer) {
    refused(claims -> claims.issuer(issuer), OidcReasonCode.ISSUER_MISMATCH);
  }

  @Test
  void refusesAMissingIssuer() {
    refused(claims -> claims.issuer(null), OidcReasonCode.ISSUER_MISMATCH);
  }

  @Test
  void refusesATokenForAnotherClient() {
    refused(claims -> claims.audience("another-client"), OidcReasonCode.AUDIENCE_MISMATCH);
    refused(claims -> claims.audience((String) null), OidcReasonCode.AUDIENCE_MISMATCH);
    refused(claims -> claims.claim("aud", 17), OidcReasonCode.AUDIENCE_MISMATCH);
  }

  @Test
  void refusesAnExtraAudienceUnlessTheTokenWasIssuedToUs() {
    refused(
        claims -> claims.audience(List.of(CLIENT, "another-client")),
        OidcReasonCode.AUDIENCE_MISMATCH);
    refused(
        claims -> claims.audience(List.of(CLIENT, "another-client")).claim("azp", "another-client"),
        OidcReasonCode.AUDIENCE_MISMATCH);

    String ours =
        TestProvider.token(c -> c.audience(List.of(CLIENT, "another-client")).claim("azp", CLIENT));
    assertThat(judge(ours)).isInstanceOf(IdTokenVerdict.Accepted.class);
  }

  @Test
  void refusesAnotherAuthorizedPartyBesideASingleAudience() {
    refused(claims -> claims.claim("azp", "another-client"), OidcReasonCode.AUDIENCE_MISMATCH);
    refused(claims -> claims.claim("azp", 17), OidcReasonCode.AUDIENCE_MISMATCH);
  }

  @Test
  void refusesTheNonceOfAnotherAttempt() {
    refused(claims -> claims.claim("nonce", "another"), OidcReasonCode.NONCE_MISMATCH);
    refused(claims -> claims.claim("nonce", null), OidcReasonCode.NONCE_MISMATCH);
    refused(
        claims -> claims.claim("nonce", TestProvider.NONCE + " "), OidcReasonCode.NONCE_MISMATCH);
  }

  @Test
  void refusesAnExpiredTokenAfterThreeMinutes() {
    refused(claims -> claims.expirationTime(at(-180)), OidcReasonCode.ID_TOKEN_EXPIRED);

    assertThat(judge(TestProvider.token(claims -> claims.expirationTime(at(-179)))))
        .isInstanceOf(IdTokenVerdict.Accepted.class);
  }

  @Test
  void refusesATokenThatLiesInTheFuture() {
    refused(claims -> claims.issueTime(at(181)), OidcReasonCode.ID_TOKEN_EXPIRED);
    refused(claims -> claims.notBeforeTime(at(181)), OidcReasonCode.ID_TOKEN_EXPIRED);

    assertThat(judge(TestProvider.token(claims -> claims.issueTime(at(180)))))
        .isInstanceOf(IdTokenVerdict.Accepted.class);
  }

  @Test
  void refusesATokenWithoutOrWithImpossibleTimes() {
    refused(claims -> claims.expirationTime(null), OidcReasonCode.ID_TOKEN_INVALID);
    refused(claims -> claims.issueTime(null), OidcReasonCode.ID_TOKEN_INVALID);
    refused(claims -> claims.claim("exp", "never"), OidcReasonCode.ID_TOKEN_INVALID);
    refused(claims -> claims.claim("exp", 1e300), OidcReasonCode.ID_TOKEN_INVALID);
    refused(claims -> claims.claim("nbf", "soon"), OidcReasonCode.ID_TOKEN_INVALID);
  }

  @Test
  void refusesAMissingOverlongOrUnprintableSubject() {
    refused(claims -> claims.subject(null), OidcReasonCode.ID_TOKEN_INVALID);
    refused(claims -> claims.subject(""), OidcReasonCode.ID_TOKEN_INVALID);
    refused(claims -> claims.claim("sub", 17), OidcReasonCode.ID_TOKEN_INVALID);
    refused(claims -> claims.subject("x".repeat(256)), OidcReasonCode.ID_TOKEN_INVALID);
    refused(claims -> claims.subject("admin\u0000"), OidcReasonCode.ID_TOKEN_INVALID);
  }

  @Test
  void refusesAnAccessTokenThatWasSwapped() {
    String hash =
        AccessTokenHash.compute(new BearerAccessToken("theirs"), JWSAlgorithm.RS256).getValue();
    String token = TestProvider.token(claims -> claims.claim("at_hash", hash));

    refused(
        token,
        expected().accessToken(Optional.of("another")).build(),
        OidcReasonCode.ID_TOKEN_INVALID);
    assertThat(judge(token, expected().accessToken(Optional.of("theirs")).build()))
        .isInstanceOf(IdTokenVerdict.Accepted.class);
  }

  @Test
  void refusesAnOldAuthenticationWhereAFreshOneWasAskedFor() {
    var fresh = expected().authenticatedSince(NOW.minusSeconds(60)).build();
    long old = NOW.minusSeconds(241).getEpochSecond();
    long recent = NOW.minusSeconds(240).getEpochSecond();

    refused(TestProvider.token(), fresh, OidcReasonCode.ID_TOKEN_INVALID);
    refused(
        TestProvider.token(claims -> claims.claim("auth_time", old)),
        fresh,
        OidcReasonCode.ID_TOKEN_INVALID);
    var identity = accepted(TestProvider.token(claims -> claims.claim("auth_time", recent)), fresh);
    assertThat(identity.authenticatedAt()).isEqualTo(Instant.ofEpochSecond(recent));
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    String token =
        TestProvider.token(claims ->
            claims.issuer("https://other.example").audience("x").expirationTime(at(-9000)));

    var verdict = judge(token);

    assertThat(codes(verdict))
        .containsExactly(
            OidcReasonCode.ISSUER_MISMATCH,
            OidcReasonCode.AUDIENCE_MISMATCH,
            OidcReasonCode.ID_TOKEN_EXPIRED);
    assertThat(((IdTokenVerdict.Rejected) verdict).reasons().getFirst())
        .satisfies(reason -> {
          assertThat(reason.expected()).isEqualTo("https://idp.example");
          assertThat(reason.received()).isEqualTo("https://other.example");
        });
  }

  private static Date at(long seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }
}
