package dev.gatehouse.oidc.idtoken;

import static dev.gatehouse.oidc.fixtures.TestProvider.claims;
import static dev.gatehouse.oidc.idtoken.Judged.accepted;
import static dev.gatehouse.oidc.idtoken.Judged.expected;
import static dev.gatehouse.oidc.idtoken.Judged.judge;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import dev.gatehouse.oidc.CheckOutcome;
import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcCheckName;
import dev.gatehouse.oidc.fixtures.TestProvider;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTokenTest {

  @Test
  void readsWhoItIs() {
    String token =
        TestProvider.token(claims ->
            claims
                .claim("groups", List.of("Staff", "Admins"))
                .claim("email_verified", "false")
                .claim("sid", "session-1")
                .claim("amr", List.of("pwd", "mfa")));

    var identity = accepted(token, expected().build());

    assertThat(identity.issuer()).isEqualTo(TestProvider.ISSUER);
    assertThat(identity.subjectKey()).isEqualTo("248289761001");
    assertThat(identity.email()).contains("ada@acme.example");
    assertThat(identity.emailVerified()).contains(false);
    assertThat(identity.givenName()).contains("Ada");
    assertThat(identity.familyName()).contains("Lovelace");
    assertThat(identity.groups()).containsExactly("Staff", "Admins");
    assertThat(identity.sessionId()).contains("session-1");
    assertThat(identity.amr()).containsExactly("pwd", "mfa");
    assertThat(identity.toString()).doesNotContain("ada");
  }

  @Test
  void readsClaimsUnderTheNamesOfTheMapping() {
    var mapping =
        new ClaimMapping(List.of("mail"), List.of("vorname"), List.of("nachname"), List.of("team"));
    String token =
        TestProvider.token(claims ->
            claims.claim("mail", "m@acme.example").claim("vorname", "Max").claim("team", "One"));

    var identity = accepted(token, expected().claims(mapping).build());

    assertThat(identity.email()).contains("m@acme.example");
    assertThat(identity.givenName()).contains("Max");
    assertThat(identity.familyName()).isEmpty();
    assertThat(identity.groups()).containsExactly("One");
  }

  @ParameterizedTest
  @CsvSource({
    "RS256, rsa-1", "RS384, rsa-1", "RS512, rsa-1", "PS256, rsa-1", "PS384, rsa-1",
    "PS512, rsa-1", "ES256, ec-256", "ES384, ec-384", "ES512, ec-521", "EdDSA, ed-1",
    "Ed25519, ed-1"
  })
  void acceptsEveryAsymmetricAlgorithmWithItsAccessTokenHash(String name, String keyId) {
    var algorithm = JWSAlgorithm.parse(name);
    var forHash = name.equals("Ed25519") ? JWSAlgorithm.EdDSA : algorithm;
    String hash =
        AccessTokenHash.compute(new BearerAccessToken("access"), forHash, Curve.Ed25519).getValue();
    String token =
        TestProvider.sign(algorithm, key(keyId), claims().claim("at_hash", hash).build());

    var identity = accepted(token, expected().accessToken(Optional.of("access")).build());

    assertThat(identity.subjectKey()).isEqualTo("248289761001");
  }

  @Test
  void findsTheKeyOfATokenThatNamesNone() {
    String token =
        TestProvider.sign(
            new JWSHeader(JWSAlgorithm.RS256), TestProvider.RSA_NEXT, claims().build());

    assertThat(judge(token, TestProvider.published(TestProvider.RSA, TestProvider.RSA_NEXT)))
        .isInstanceOf(IdTokenVerdict.Accepted.class);
  }

  @Test
  void listsEveryCheckInOrder() {
    assertThat(judge(TestProvider.token()).checks())
        .extracting(OidcCheck::name)
        .containsExactly(
            OidcCheckName.TOKEN_FORM,
            OidcCheckName.ALGORITHM,
            OidcCheckName.KEY,
            OidcCheckName.SIGNATURE,
            OidcCheckName.ISSUER,
            OidcCheckName.AUDIENCE,
            OidcCheckName.VALIDITY,
            OidcCheckName.NONCE,
            OidcCheckName.ACCESS_TOKEN_HASH,
            OidcCheckName.AUTHENTICATION,
            OidcCheckName.SUBJECT,
            OidcCheckName.EMAIL);
    assertThat(judge("garbage").checks().getLast().outcome()).isEqualTo(CheckOutcome.NOT_REACHED);
  }

  private static JWK key(String id) {
    return List.<JWK>of(
            TestProvider.RSA,
            TestProvider.P256,
            TestProvider.P384,
            TestProvider.P521,
            TestProvider.ED25519)
        .stream()
        .filter(key -> key.getKeyID().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
