package dev.gatehouse.oidc.authorization;

import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.ProviderError;
import java.util.List;
import java.util.Optional;

/** The answer to what the browser brought back. */
public sealed interface AuthorizationVerdict {

  /** Every check of this step, in order. */
  List<OidcCheck> checks();

  /** A code to redeem, at the token endpoint of the expected issuer only. */
  record CodeReceived(String code, List<OidcCheck> checks) implements AuthorizationVerdict {
    @Override
    public String toString() {
      return "CodeReceived[…]";
    }
  }

  /**
   * Something did not hold, or the provider refused.
   *
   * @param reasons at least one
   * @param error the provider's own words, if they may be taken as its
   */
  record Rejected(List<OidcReason> reasons, List<OidcCheck> checks, Optional<ProviderError> error)
      implements AuthorizationVerdict {}
}
