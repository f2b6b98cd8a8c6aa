package dev.gatehouse.connection.idp;

import dev.gatehouse.oidc.discovery.ProviderMetadata;
import java.util.List;

/** What became of reading what an OpenID provider publishes about itself. */
public sealed interface OidcReading {

  record Understood(ProviderMetadata provider, List<Warning> warnings) implements OidcReading {}

  /**
   * The text tells the admin why, and what to do.
   *
   * @param expected what would have done; may be empty
   * @param received what was there instead; may be empty
   */
  record Refused(Why why, String text, String expected, String received) implements OidcReading {}

  /** The kinds of refusals. */
  enum Why {
    NOT_AN_ISSUER,
    OKTA_ADMIN_HOST,
    ENTRA_SHARED_TENANT,
    FETCH_REFUSED,
    FETCH_FAILED,
    UNREADABLE,
    ISSUER_MISMATCH,
    ENDPOINT_REFUSED,
    UNSUPPORTED
  }
}
