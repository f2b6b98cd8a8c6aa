package dev.gatehouse.oidc.logout;

import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.oidc.Findings;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.idtoken.SignatureRules;
import dev.gatehouse.oidc.idtoken.UnverifiedToken;
import dev.gatehouse.oidc.logout.LogoutTokenVerdict.Accepted;
import dev.gatehouse.oidc.logout.LogoutTokenVerdict.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges logout tokens (OpenID Connect Back-Channel Logout 1.0 section 2.6). */
public final class LogoutTokenJudge {

  private static final String TYPE = "logout+jwt";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final int LONGEST_ID = 1_000;

  /** A provider tells at once; what is older was kept by somebody. It also bounds our memory. */
  private static final Duration OLDEST = Duration.ofHours(1);

  private final LogoutTokenExpectations expected;
  private final JsonObject claims;
  private final Instant now;

  private LogoutTokenJudge(LogoutTokenExpectations expected, JsonObject claims, Instant now) {
    this.expected = expected;
    this.claims = claims;
    this.now = now;
  }

  /**
   * A pure function and CPU work. The first rule that does not hold ends it.
   *
   * @param keys the issuer's own, from its jwks_uri
   */
  public static LogoutTokenVerdict judge(
      String token, LogoutTokenExpectations expected, JWKSet keys, Instant now) {
    return switch (UnverifiedToken.parse(token, TYPE)) {
      case UnverifiedToken.Parsed.Malformed(String wanted, String received) ->
          new Rejected(OidcReason.of(OidcReasonCode.ID_TOKEN_INVALID, wanted, received));
      case UnverifiedToken.Parsed.Token(UnverifiedToken unverified) -> {
        Findings findings = new Findings(Set.of());
        yield new SignatureRules(expected.algorithms(), keys, findings).hold(unverified)
            ? new LogoutTokenJudge(expected, unverified.claims(), now).judge()
            : new Rejected(findings.reasons().getFirst());
      }
    };
  }

  private LogoutTokenVerdict judge() {
    return notForUs()
        .or(this::notALogout)
        .or(this::notNow)
        .<LogoutTokenVerdict>map(Rejected::new)
        .orElseGet(() ->
            new Accepted(
                claims.text("jti").orElseThrow(),
                claims.text("sub"),
                claims.text("sid"),
                claims.time("iat").orElseThrow().plus(OLDEST).plus(expected.skew())));
  }

  private Optional<OidcReason> notForUs() {
    String issuer = claims.text("iss").orElse("");
    if (!expected.issuer().isNamed(issuer)) {
      return no(OidcReasonCode.ISSUER_MISMATCH, expected.issuer().value(), issuer);
    }
    List<String> audience = claims.texts("aud");
    return audience.contains(expected.clientId())
        ? Optional.empty()
        : no(OidcReasonCode.AUDIENCE_MISMATCH, expected.clientId(), String.join(", ", audience));
  }

  /** What keeps every other token of the provider, ID tokens above all, from ending a session. */
  private Optional<OidcReason> notALogout() {
    boolean event =
        claims.members().get("events") instanceof Map<?, ?> events
            && events.get(EVENT) instanceof Map<?, ?>;
    if (!event) {
      return no(OidcReasonCode.ID_TOKEN_INVALID, "events with " + EVENT, "none");
    }
    if (claims.has("nonce")) {
      return no(OidcReasonCode.ID_TOKEN_INVALID, "no nonce", "nonce");
    }
    if (claims.text("sub").isEmpty() && claims.text("sid").isEmpty()) {
      return no(OidcReasonCode.ID_TOKEN_INVALID, "sub or sid", "neither");
    }
    return claims.text("jti").filter(id -> id.length() <= LONGEST_ID).isPresent()
        ? Optional.empty()
        : no(OidcReasonCode.ID_TOKEN_INVALID, "a jti", "none that can be used");
  }

  /** Earlier drafts had no exp, and some providers still send none; iat bounds those too. */
  private Optional<OidcReason> notNow() {
    Optional<Instant> issued = claims.time("iat");
    Optional<Instant> expires = claims.time("exp");
    boolean fresh =
        issued.isPresent()
            && !issued.get().isAfter(now.plus(expected.skew()))
            && now.isBefore(issued.get().plus(OLDEST).plus(expected.skew()));
    boolean lives =
        claims.has("exp")
            ? expires.filter(end -> now.isBefore(end.plus(expected.skew()))).isPresent()
            : fresh;
    return fresh && lives
        ? Optional.empty()
        : no(
            OidcReasonCode.ID_TOKEN_EXPIRED,
            "valid at " + now,
            "iat = " + said(issued) + ", exp = " + said(expires));
  }

  private static String said(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("none");
  }

  private static Optional<OidcReason> no(OidcReasonCode code, String expected, String received) {
    return Optional.of(OidcReason.of(code, expected, received));
  }
}
