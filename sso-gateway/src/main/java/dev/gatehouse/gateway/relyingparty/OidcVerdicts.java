package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.Check;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.oidc.CheckOutcome;
import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcCheckName;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.saml.ReasonCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what an answer was worth in the words that all protocols share. */
final class OidcVerdicts {

  private OidcVerdicts() {}

  static Verdict.Rejected rejected(OidcSettings settings, OidcReason reason, Trail trail) {
    return rejected(settings, List.of(reason), trail);
  }

  static Verdict.Rejected rejected(OidcSettings settings, List<OidcReason> reasons, Trail trail) {
    return new Verdict.Rejected(
        findings(reasons, trail), checks(settings, trail), Optional.empty(), trail.evidence());
  }

  static List<Finding> findings(List<OidcReason> reasons, Trail trail) {
    return reasons.stream()
        .map(reason ->
            isOfAuthentication(reason, trail)
                ? shared(ReasonCode.AUTHENTICATION_TOO_OLD, reason.expected(), reason.received())
                : finding(reason))
        .toList();
  }

  private static boolean isOfAuthentication(OidcReason reason, Trail trail) {
    OidcCheck check = trail.checks().get(OidcCheckName.AUTHENTICATION);
    return check != null
        && check.outcome() == CheckOutcome.FAILED
        && check.expected().equals(reason.expected())
        && check.received().equals(reason.received());
  }

  /** Reasons that mean the same in every protocol keep one code. */
  static Finding shared(ReasonCode code, String expected, String received) {
    return new Finding(code.code(), code.title(), code.explanation(), expected, received);
  }

  static Finding finding(OidcReason reason) {
    return new Finding(
        reason.code().code(),
        reason.code().title(),
        reason.text(),
        reason.expected(),
        reason.received());
  }

  /** Every check of the decision list that this connection calls for, reached or not. */
  static List<Check> checks(OidcSettings settings, Trail trail) {
    Set<OidcCheckName> listed = EnumSet.allOf(OidcCheckName.class);
    listed.removeAll(
        EnumSet.of(OidcCheckName.TENANT, OidcCheckName.HOSTED_DOMAIN, OidcCheckName.USER_INFO));
    if (Subjects.isEntra(settings)) {
      listed.add(OidcCheckName.TENANT);
    }
    if (Subjects.isWorkspace(settings)) {
      listed.add(OidcCheckName.HOSTED_DOMAIN);
    }
    listed.addAll(trail.checks().keySet());
    return listed.stream()
        .map(name ->
            trail
                .checks()
                .getOrDefault(name, new OidcCheck(name, CheckOutcome.NOT_REACHED, "", "")))
        .map(check ->
            new Check(
                check.name().code(),
                check.name().title(),
                outcome(check.outcome()),
                check.expected(),
                check.received()))
        .toList();
  }

  private static Check.Outcome outcome(CheckOutcome outcome) {
    return switch (outcome) {
      case PASSED -> Check.Outcome.PASSED;
      case FAILED -> Check.Outcome.FAILED;
      case NOT_REACHED -> Check.Outcome.NOT_REACHED;
    };
  }
}
