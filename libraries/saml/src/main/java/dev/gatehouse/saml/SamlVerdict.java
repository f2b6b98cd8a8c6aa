package dev.gatehouse.saml;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The answer to one response. */
public sealed interface SamlVerdict {

  /** Every check of the decision list that was considered, in its order. */
  List<Check> checks();

  /**
   * Everything held; only replay remains to be checked.
   *
   * @param replayUntil until when the assertion id has to be remembered
   * @param sessionIndex the identity provider's name for its session, for logout
   */
  record Accepted(
      VerifiedSubject subject,
      String assertionId,
      Instant replayUntil,
      Optional<String> sessionIndex,
      Instant authenticatedAt,
      Optional<String> authnContext,
      List<Check> checks)
      implements SamlVerdict {}

  /**
   * Something did not hold.
   *
   * @param reasons at least one
   * @param seen who it would have been, if the signature was good: for test reports only
   */
  record Rejected(List<Reason> reasons, List<Check> checks, Optional<VerifiedSubject> seen)
      implements SamlVerdict {}
}
