package dev.gatehouse.oidc;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an issuer's tokens must satisfy beyond OpenID Connect. */
public sealed interface ProviderRules {

  /** Nothing more: the subject is {@code sub}. */
  record Generic() implements ProviderRules {}

  /** The token's {@code tid} must be this; the subject is tenant and object id. */
  record Entra(UUID tenant) implements ProviderRules {}

  /**
   * The token's {@code hd} must be one of these; an empty set lets nobody in.
   *
   * @param hostedDomains primary domains of Workspace accounts
   */
  record Google(Set<String> hostedDomains) implements ProviderRules {
    public Google {
      hostedDomains =
          hostedDomains.stream()
              .map(domain -> domain.toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * The rules that an issuer calls for, whatever product the connection was set up for.
   *
   * @param hostedDomains used for Google only
   * @throws IllegalArgumentException for an Entra issuer that does not name one tenant
   */
  static ProviderRules of(Issuer issuer, Collection<String> hostedDomains) {
    if (issuer.isGoogle()) {
      return new Google(Set.copyOf(hostedDomains));
    }
    if (issuer.isEntra()) {
      return new Entra(
          issuer
              .entraTenant()
              .orElseThrow(() ->
                  new IllegalArgumentException("an Entra issuer must name its tenant by id")));
    }
    return new Generic();
  }
}
