package dev.gatehouse.oidc.idtoken;

import static dev.gatehouse.oidc.OidcCheckName.EMAIL;
import static dev.gatehouse.oidc.OidcCheckName.HOSTED_DOMAIN;
import static dev.gatehouse.oidc.OidcCheckName.TENANT;
import static dev.gatehouse.oidc.OidcCheckName.TOKEN_FORM;

import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.oidc.Findings;
import dev.gatehouse.oidc.OidcCheckName;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.ProviderRules;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict.Accepted;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict.Rejected;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Judges ID tokens, wherever they came from: TLS to the token endpoint does not replace any check.
 */
public final class IdTokenJudge {

  private IdTokenJudge() {}

  /**
   * A pure function and CPU work. Form, algorithm, key and signature end the decision; after a good
   * signature every rule is evaluated, so that an admin can mend everything in one round.
   *
   * @param keys the issuer's own, from its jwks_uri
   */
  public static IdTokenVerdict judge(
      String idToken, IdTokenExpectations expected, JWKSet keys, Instant now) {
    var findings = new Findings(scope(expected.rules()));
    var parsed = UnverifiedToken.parse(idToken);
    return switch (parsed) {
      case UnverifiedToken.Parsed.Malformed(String wanted, String received) -> {
        findings.fail(TOKEN_FORM, OidcReasonCode.ID_TOKEN_INVALID, wanted, received);
        yield new Rejected(findings.reasons(), findings.checks(), Optional.empty());
      }
      case UnverifiedToken.Parsed.Token(UnverifiedToken token) -> {
        findings.pass(TOKEN_FORM, "a signed token", "a signed token");
        yield new SignatureRules(expected.algorithms(), keys, findings).hold(token)
            ? judgeClaims(token, expected, findings, now)
            : new Rejected(findings.reasons(), findings.checks(), Optional.empty());
      }
    };
  }

  private static IdTokenVerdict judgeClaims(
      UnverifiedToken verified, IdTokenExpectations expected, Findings findings, Instant now) {
    var claims = verified.claims();
    new ClaimRules(expected, findings).check(claims, verified.algorithm());
    new TimeRules(expected, now, findings).check(claims);
    String subjectKey = new SubjectRules(expected.rules(), findings).check(claims);
    var identity = new IdentityReader(expected).read(claims, subjectKey, now);
    identity.email().ifPresent(email -> findings.pass(EMAIL, "an email address", noted(identity)));
    return findings.allPassed()
        ? new Accepted(identity, expected.claims(), findings.checks())
        : new Rejected(findings.reasons(), findings.checks(), Optional.of(identity));
  }

  // What the provider says about the address is shown and never relied on: only a domain that
  // the organization has proven counts.
  private static String noted(VerifiedIdentity identity) {
    return identity.email().orElse("")
        + identity.emailVerified().map(said -> ", email_verified " + said).orElse("")
        + identity.emailDomainOwner().map(said -> ", xms_edov " + said).orElse("");
  }

  private static Set<OidcCheckName> scope(ProviderRules rules) {
    var scope = EnumSet.range(TOKEN_FORM, OidcCheckName.SUBJECT);
    scope.add(EMAIL);
    switch (rules) {
      case ProviderRules.Generic() -> {}
      case ProviderRules.Entra _ -> scope.add(TENANT);
      case ProviderRules.Google _ -> scope.add(HOSTED_DOMAIN);
    }
    return scope;
  }
}
