package dev.gatehouse.oidc.logout;

import dev.gatehouse.oidc.OidcReason;
import java.time.Instant;
import java.util.Optional;

/** What a logout token is worth. */
public sealed interface LogoutTokenVerdict {

  /**
   * The provider said it, to us, and just now. At least one of subject and session is there.
   *
   * @param id the token's own, which makes it count once
   * @param subject whose sessions end
   * @param session the only one that ends
   * @param replayUntil when the clock alone refuses it
   */
  record Accepted(
      String id, Optional<String> subject, Optional<String> session, Instant replayUntil)
      implements LogoutTokenVerdict {
    @Override
    public String toString() {
      return "Accepted[…]";
    }
  }

  /** It ends nothing. */
  record Rejected(OidcReason reason) implements LogoutTokenVerdict {}
}
