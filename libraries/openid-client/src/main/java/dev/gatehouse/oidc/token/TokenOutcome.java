package dev.gatehouse.oidc.token;

import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.ProviderError;
import java.util.List;
import java.util.Optional;

/** What became of redeeming a code. */
public sealed interface TokenOutcome {

  /** Every check of this step. */
  List<OidcCheck> checks();

  /** Tokens came. The ID token is not judged yet, however it came (RFC 9700, RP2). */
  record Issued(String idToken, Optional<String> accessToken, List<OidcCheck> checks)
      implements TokenOutcome {
    @Override
    public String toString() {
      return "Issued[…]";
    }
  }

  /**
   * No tokens.
   *
   * @param error the provider's own words, if it gave any
   */
  record Refused(OidcReason reason, List<OidcCheck> checks, Optional<ProviderError> error)
      implements TokenOutcome {}
}
