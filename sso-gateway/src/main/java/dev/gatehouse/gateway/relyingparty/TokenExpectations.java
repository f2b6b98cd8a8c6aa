package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.oidc.ProviderRules;
import dev.gatehouse.oidc.SigningAlgorithms;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.oidc.idtoken.ClaimMapping;
import dev.gatehouse.oidc.idtoken.IdTokenExpectations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an ID token has to match: from the pinned revision and the attempt, never from itself. */
final class TokenExpectations {

  private TokenExpectations() {}

  static IdTokenExpectations of(
      OidcSettings settings,
      ProviderRules rules,
      ProviderMetadata provider,
      String nonce,
      Optional<String> accessToken,
      Optional<Instant> authenticatedAfter,
      Duration skew) {
    IdTokenExpectations.Builder builder =
        IdTokenExpectations.builder(provider.issuer(), settings.clientId(), nonce, rules)
            .algorithms(algorithms(settings, provider))
            .claims(mapping(settings, rules))
            .accessToken(accessToken)
            .skew(skew);
    authenticatedAfter.ifPresent(builder::authenticatedSince);
    return builder.build();
  }

  /** What the revision fixed; without that, what the provider announces. Only safe ones. */
  static Set<String> algorithms(OidcSettings settings, ProviderMetadata provider) {
    Set<String> fixed = SigningAlgorithms.among(settings.idTokenSigningAlgs());
    return fixed.isEmpty() ? provider.algorithms() : fixed;
  }

  private static ClaimMapping mapping(OidcSettings settings, ProviderRules rules) {
    ClaimMapping usual = ClaimMapping.usualFor(rules);
    OidcSettings.@Nullable Attributes own = settings.attributes();
    return own == null
        ? usual
        : new ClaimMapping(
            orElse(own.email(), usual.email()),
            orElse(own.givenName(), usual.givenName()),
            orElse(own.familyName(), usual.familyName()),
            orElse(own.groups(), usual.groups()));
  }

  private static List<String> orElse(List<String> names, List<String> usual) {
    return names.isEmpty() ? usual : names;
  }
}
