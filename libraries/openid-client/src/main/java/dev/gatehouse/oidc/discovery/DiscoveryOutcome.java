package dev.gatehouse.oidc.discovery;

import dev.gatehouse.oidc.OidcReason;

/** What became of reading a provider's configuration. */
public sealed interface DiscoveryOutcome {

  /** Understood; nothing in it is proven but that the issuer's own host says so. */
  record Found(ProviderMetadata metadata) implements DiscoveryOutcome {}

  /**
   * Not usable.
   *
   * @param reason its text tells the admin why and what to do
   */
  record Refused(DiscoveryProblem problem, OidcReason reason) implements DiscoveryOutcome {}
}
