package dev.gatehouse.oidc.idtoken;

import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcReason;
import java.util.List;
import java.util.Optional;

/** The answer to one ID token. */
public sealed interface IdTokenVerdict {

  /** Every check of this step, in the order of the decision list. */
  List<OidcCheck> checks();

  /** Everything held. The email may still have to come from UserInfo. */
  record Accepted(VerifiedIdentity identity, ClaimMapping mapping, List<OidcCheck> checks)
      implements IdTokenVerdict {}

  /**
   * Something did not hold.
   *
   * @param reasons at least one
   * @param seen who it would have been, if the signature was good: for test reports only
   */
  record Rejected(List<OidcReason> reasons, List<OidcCheck> checks, Optional<VerifiedIdentity> seen)
      implements IdTokenVerdict {}
}
