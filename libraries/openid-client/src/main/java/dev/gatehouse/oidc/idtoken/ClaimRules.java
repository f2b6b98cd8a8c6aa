package dev.gatehouse.oidc.idtoken;

import static dev.gatehouse.oidc.OidcCheckName.ACCESS_TOKEN_HASH;
import static dev.gatehouse.oidc.OidcCheckName.AUDIENCE;
import static dev.gatehouse.oidc.OidcCheckName.ISSUER;
import static dev.gatehouse.oidc.OidcCheckName.NONCE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import dev.gatehouse.oidc.Findings;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import java.security.MessageDigest;
import java.util.List;

/** Whether it is from our provider, for us, and for this attempt (Core 3.1.3.7). */
final class ClaimRules {

  private final IdTokenExpectations expected;
  private final Findings findings;

  ClaimRules(IdTokenExpectations expected, Findings findings) {
    this.expected = expected;
    this.findings = findings;
  }

  /** Evaluates every rule, also after one has failed. */
  void check(JsonObject claims, String algorithm) {
    String issuer = claims.text("iss").orElse("");
    findings.require(
        expected.issuer().isNamed(issuer),
        ISSUER,
        OidcReasonCode.ISSUER_MISMATCH,
        expected.issuer().value(),
        issuer);
    audience(claims);
    boolean ours = claims.text("nonce").filter(nonce -> same(nonce, expected.nonce())).isPresent();
    findings.require(
        ours,
        NONCE,
        OidcReasonCode.NONCE_MISMATCH,
        "the nonce we sent",
        ours ? "the nonce we sent" : claims.has("nonce") ? "another" : "none");
    accessTokenHash(claims, algorithm);
  }

  // A token for several is only ours if it says that it was issued to us. Single or not, a token
  // that says it was issued to somebody else is not.
  private void audience(JsonObject claims) {
    List<String> audiences = claims.texts("aud");
    var party = claims.text("azp");
    boolean forUs = audiences.contains(expected.clientId());
    boolean partyHolds =
        claims.has("azp")
            ? party.filter(expected.clientId()::equals).isPresent()
            : audiences.size() == 1;
    findings.require(
        forUs && partyHolds,
        AUDIENCE,
        OidcReasonCode.AUDIENCE_MISMATCH,
        expected.clientId(),
        String.join(", ", audiences) + party.map(azp -> " (azp " + azp + ")").orElse(""));
  }

  private void accessTokenHash(JsonObject claims, String algorithm) {
    if (!claims.has("at_hash") || expected.accessToken().isEmpty()) {
      return;
    }
    var hash =
        AccessTokenHash.compute(
            new BearerAccessToken(expected.accessToken().get()),
            JWSAlgorithm.parse(algorithm.equals("Ed25519") ? "EdDSA" : algorithm),
            Curve.Ed25519); // looked at for EdDSA only
    String sent = claims.text("at_hash").orElse("");
    boolean holds = hash != null && same(hash.getValue(), sent);
    if (holds) {
      findings.pass(ACCESS_TOKEN_HASH, "at_hash of the access token", sent);
      return;
    }
    findings.fail(
        ACCESS_TOKEN_HASH,
        new OidcReason(
            OidcReasonCode.ID_TOKEN_INVALID,
            "at_hash of the access token",
            sent,
            "The ID token and the access token do not belong together."));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
