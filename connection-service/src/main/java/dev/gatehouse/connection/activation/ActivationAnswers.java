package dev.gatehouse.connection.activation;

import dev.gatehouse.connection.connection.ConnectionAnswers;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the outcome of an activation is answered. */
final class ActivationAnswers {

  private ActivationAnswers() {}

  static Response of(ActivationOutcome outcome) {
    return switch (outcome) {
      case ActivationOutcome.Activated activated -> ConnectionAnswers.ok(activated.connection());
      case ActivationOutcome.AlreadyLive live -> ConnectionAnswers.ok(live.connection());
      case ActivationOutcome.Refused refused -> throw refusal(refused.objections());
      case ActivationOutcome.Incomplete incomplete ->
          throw Problems.of(
              ProblemCode.CONNECTION_INCOMPLETE,
              ProblemCode.CONNECTION_INCOMPLETE.meaning(),
              Map.of("missing", incomplete.missing()));
      case ActivationOutcome.RevisionUnknown unknown ->
          throw Problems.of(ProblemCode.REVISION_UNKNOWN);
      case ActivationOutcome.ConfirmationRequired required ->
          throw Problems.of(ProblemCode.CONFIRMATION_REQUIRED);
      case ActivationOutcome.Gone gone -> throw Problems.of(ProblemCode.NOT_FOUND);
    };
  }

  private static RuntimeException refusal(List<Objection> objections) {
    ProblemCode first = code(objections.getFirst());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("problems", objections.stream().map(one -> code(one).code()).toList());
    objections.forEach(objection -> describe(objection, members));
    return Problems.of(first, first.meaning(), members);
  }

  static ProblemCode code(Objection objection) {
    return switch (objection) {
      case Objection.SwitchOff off -> ProblemCode.SELF_SERVE_SSO_DISABLED;
      case Objection.NoTrustedKey none -> ProblemCode.NO_TRUSTED_KEY;
      case Objection.NotTested untested -> ProblemCode.REVISION_NOT_TESTED;
      case Objection.DomainsNotVerified unverified -> ProblemCode.DOMAIN_NOT_VERIFIED;
      case Objection.RelinkUnconfirmed relink -> ProblemCode.RELINK_CONFIRMATION_REQUIRED;
    };
  }

  /**
   * The number of people is the gateway's to know; saying null is honest, saying 0 would not be.
   */
  private static void describe(Objection objection, Map<String, Object> members) {
    switch (objection) {
      case Objection.DomainsNotVerified unverified -> members.put("domains", unverified.domains());
      case Objection.RelinkUnconfirmed relink -> {
        members.put("issuerChanges", relink.issuerChanges());
        members.put("subjectChanges", relink.subjectChanges());
        members.put("people", null);
      }
      case Objection.SwitchOff off -> {}
      case Objection.NoTrustedKey none -> {}
      case Objection.NotTested untested -> {}
    }
  }
}
