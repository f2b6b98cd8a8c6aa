package dev.gatehouse.oidc.userinfo;

import static dev.gatehouse.oidc.OidcCheckName.EMAIL;
import static dev.gatehouse.oidc.OidcCheckName.USER_INFO;

import dev.gatehouse.oidc.CheckOutcome;
import dev.gatehouse.oidc.Findings;
import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict.Accepted;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict.Rejected;
import dev.gatehouse.oidc.idtoken.VerifiedIdentity;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts UserInfo beside an accepted ID token (Core 5.3). A pure function. */
public final class UserInfoJudge {

  private UserInfoJudge() {}

  /** The ID token's own claims win; another person's UserInfo refuses the sign-in. */
  public static IdTokenVerdict judge(Accepted accepted, UserInfoOutcome outcome) {
    var findings = new Findings(EnumSet.of(EMAIL));
    var identity = accepted.identity();
    var merged =
        switch (outcome) {
          case UserInfoOutcome.Unavailable _ -> identity;
          case UserInfoOutcome.Read(JsonObject claims) -> {
            String subject = claims.text("sub").orElse("");
            boolean same = subject.equals(identity.subject());
            findings.require(
                same,
                USER_INFO,
                OidcReasonCode.USERINFO_MISMATCH,
                "sub " + identity.subject(),
                subject.isEmpty() ? "no sub" : "sub " + subject);
            yield same ? identity.completedBy(claims, accepted.mapping()) : identity;
          }
        };
    if (findings.allPassed()) {
      email(merged, accepted, outcome, findings);
    }
    var checks = together(accepted.checks(), findings.checks());
    return findings.allPassed()
        ? new Accepted(merged, accepted.mapping(), checks)
        : new Rejected(findings.reasons(), checks, Optional.of(merged));
  }

  private static void email(
      VerifiedIdentity merged, Accepted accepted, UserInfoOutcome outcome, Findings findings) {
    if (merged.email().isPresent()) {
      findings.pass(EMAIL, "an email address", merged.email().get());
      return;
    }
    String received =
        switch (outcome) {
          case UserInfoOutcome.Unavailable(String text) -> text;
          case UserInfoOutcome.Read(JsonObject claims) ->
              "claims " + String.join(", ", claims.members().keySet());
        };
    findings.fail(
        EMAIL,
        OidcReason.of(
            OidcReasonCode.EMAIL_MISSING, String.join(", ", accepted.mapping().email()), received));
  }

  // What this step says about a check replaces what the former could not say yet.
  private static List<OidcCheck> together(List<OidcCheck> former, List<OidcCheck> latter) {
    var kept =
        former.stream()
            .filter(check ->
                check.outcome() != CheckOutcome.NOT_REACHED
                    || latter.stream().noneMatch(later -> later.name() == check.name()));
    var added =
        latter.stream()
            .filter(check ->
                former.stream()
                    .noneMatch(before ->
                        before.name() == check.name()
                            && before.outcome() != CheckOutcome.NOT_REACHED));
    return Stream.concat(kept, added).sorted(Comparator.comparing(OidcCheck::name)).toList();
  }
}
