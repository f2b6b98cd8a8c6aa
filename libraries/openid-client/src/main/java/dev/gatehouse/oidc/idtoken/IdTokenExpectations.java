package dev.gatehouse.oidc.idtoken;

import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.ProviderRules;
import dev.gatehouse.oidc.SigningAlgorithms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an ID token has to match: one connection, and the attempt it answers. Fixed before the token
 * is looked at, never taken from it.
 *
 * @param accessToken the one that came with it, if any
 * @param authenticatedSince the person must have authenticated at or after this (max_age, prompt)
 */
public record IdTokenExpectations(
    Issuer issuer,
    String clientId,
    String nonce,
    ProviderRules rules,
    Set<String> algorithms,
    ClaimMapping claims,
    Optional<String> accessToken,
    Optional<Instant> authenticatedSince,
    Duration skew) {

  /** The tolerance between two clocks unless said otherwise. */
  public static final Duration DEFAULT_SKEW = Duration.ofMinutes(3);

  public IdTokenExpectations {
    algorithms = Set.copyOf(algorithms);
    if (algorithms.isEmpty() || !SigningAlgorithms.ALL.containsAll(algorithms)) {
      throw new IllegalArgumentException("only asymmetric algorithms, and at least one");
    }
    boolean special = issuer.isEntra() || issuer.isGoogle();
    if (special && rules instanceof ProviderRules.Generic) {
      throw new IllegalArgumentException("this issuer serves many customers; tell them apart");
    }
    if (skew.isNegative()) {
      throw new IllegalArgumentException("clock skew must not be negative");
    }
  }

  /** Starts with what is always needed; the rules are those that the issuer calls for. */
  public static Builder builder(
      Issuer issuer, String clientId, String nonce, Collection<String> hostedDomains) {
    return new Builder(issuer, clientId, nonce, ProviderRules.of(issuer, hostedDomains));
  }

  /** The same with rules of the caller's choice: for a provider that poses as another one. */
  public static Builder builder(Issuer issuer, String clientId, String nonce, ProviderRules rules) {
    return new Builder(issuer, clientId, nonce, rules);
  }

  @Override
  public String toString() {
    return "IdTokenExpectations[" + issuer + " -> " + clientId + "]";
  }

  /** Collects expectations; by default every accepted algorithm, and no demand on freshness. */
  public static final class Builder {
    private final Issuer issuer;
    private final String clientId;
    private final String nonce;
    private final ProviderRules rules;
    private Collection<String> algorithms = SigningAlgorithms.ALL;
    private ClaimMapping claims;
    private Optional<String> accessToken = Optional.empty();
    private Optional<Instant> authenticatedSince = Optional.empty();
    private Duration skew = DEFAULT_SKEW;

    private Builder(Issuer issuer, String clientId, String nonce, ProviderRules rules) {
      this.issuer = issuer;
      this.clientId = clientId;
      this.nonce = nonce;
      this.rules = rules;
      this.claims = ClaimMapping.usualFor(rules);
    }

    /** Those that the connection's discovery found. */
    public Builder algorithms(Collection<String> names) {
      this.algorithms = List.copyOf(names);
      return this;
    }

    public Builder claims(ClaimMapping mapping) {
      this.claims = mapping;
      return this;
    }

    public Builder accessToken(Optional<String> token) {
      this.accessToken = token;
      return this;
    }

    /** For a sign-in that was asked to be fresh. */
    public Builder authenticatedSince(Instant instant) {
      this.authenticatedSince = Optional.of(instant);
      return this;
    }

    public Builder skew(Duration tolerance) {
      this.skew = tolerance;
      return this;
    }

    public IdTokenExpectations build() {
      return new IdTokenExpectations(
          issuer,
          clientId,
          nonce,
          rules,
          Set.copyOf(algorithms),
          claims,
          accessToken,
          authenticatedSince,
          skew);
    }
  }
}
