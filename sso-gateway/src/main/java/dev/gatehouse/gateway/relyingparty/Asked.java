package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.oidc.ProviderRules;
import dev.gatehouse.oidc.authorization.OneTimeValues;
import dev.gatehouse.oidc.discovery.ProviderMetadata;

/** All that an answer is compared with; none of it comes from the answer. */
record Asked(
    KnownConnection connection,
    Attempt attempt,
    OidcSettings settings,
    ProviderMetadata provider,
    ProviderRules rules,
    OneTimeValues values) {

  @Override
  public String toString() {
    return "Asked[" + attempt.id() + "]";
  }
}
