package dev.gatehouse.saml;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The domains an asserted email may belong to. */
public sealed interface EmailDomains {

  /** No restriction; only for tools that look at a message without an organization. */
  static EmailDomains any() {
    return new Any();
  }

  /** Exactly these names (A-labels); an empty collection lets nobody in. */
  static EmailDomains only(Collection<String> domains) {
    return new Only(
        domains.stream().map(EmailAddress::normaliseDomain).collect(Collectors.toSet()));
  }

  /** Every domain. */
  record Any() implements EmailDomains {}

  /** A fixed set of names. */
  record Only(Set<String> domains) implements EmailDomains {
    public Only {
      domains = Set.copyOf(domains);
    }
  }
}
