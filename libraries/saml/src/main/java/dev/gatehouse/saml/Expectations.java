package dev.gatehouse.saml;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a response has to match: one connection, and the request it answers. Fixed before the
 * message is looked at, never taken from it.
 */
public record Expectations(
    String spEntityId,
    String acsUrl,
    String idpEntityId,
    List<IdpCertificate> trusted,
    Optional<String> inResponseTo,
    boolean unsolicitedAllowed,
    EmailDomains emailDomains,
    SubjectSource subjectSource,
    AttributeMapping attributes,
    Policy policy,
    List<PrivateKey> decryptionKeys,
    Duration skew,
    Optional<Instant> authnNotBefore) {

  /** The tolerance between two clocks unless said otherwise. */
  public static final Duration DEFAULT_SKEW = Duration.ofMinutes(3);

  public Expectations {
    trusted = List.copyOf(trusted);
    decryptionKeys = List.copyOf(decryptionKeys);
    if (skew.isNegative()) {
      throw new IllegalArgumentException("clock skew must not be negative");
    }
  }

  /** Starts with the three values that are always needed; everything else has a safe default. */
  public static Builder builder(String spEntityId, String acsUrl, String idpEntityId) {
    return new Builder(spEntityId, acsUrl, idpEntityId);
  }

  @Override
  public String toString() {
    return "Expectations[" + idpEntityId + " -> " + spEntityId + "]";
  }

  /** Collects expectations; by default nothing is trusted, nobody admitted. */
  public static final class Builder {
    private final String spEntityId;
    private final String acsUrl;
    private final String idpEntityId;
    private List<IdpCertificate> trusted = List.of();
    private Optional<String> inResponseTo = Optional.empty();
    private boolean unsolicitedAllowed;
    private EmailDomains emailDomains = EmailDomains.only(List.of());
    private SubjectSource subjectSource = new SubjectSource.NameId();
    private AttributeMapping attributes = AttributeMapping.usual();
    private Policy policy = Policy.STRICT;
    private List<PrivateKey> decryptionKeys = List.of();
    private Duration skew = DEFAULT_SKEW;
    private Optional<Instant> authnNotBefore = Optional.empty();

    private Builder(String spEntityId, String acsUrl, String idpEntityId) {
      this.spEntityId = spEntityId;
      this.acsUrl = acsUrl;
      this.idpEntityId = idpEntityId;
    }

    /** The only keys that may have signed; what the message carries is ignored. */
    public Builder trusted(List<IdpCertificate> certificates) {
      this.trusted = certificates;
      return this;
    }

    /** The id of the stored request. */
    public Builder inResponseTo(String requestId) {
      this.inResponseTo = Optional.of(requestId);
      return this;
    }

    /** Accepts a response that answers no request at all. */
    public Builder unsolicitedAllowed() {
      this.unsolicitedAllowed = true;
      return this;
    }

    public Builder emailDomains(EmailDomains domains) {
      this.emailDomains = domains;
      return this;
    }

    public Builder subjectSource(SubjectSource source) {
      this.subjectSource = source;
      return this;
    }

    public Builder attributes(AttributeMapping mapping) {
      this.attributes = mapping;
      return this;
    }

    public Builder policy(Policy chosen) {
      this.policy = chosen;
      return this;
    }

    /** Our private keys that the identity provider may have encrypted to. */
    public Builder decryptionKeys(List<PrivateKey> keys) {
      this.decryptionKeys = keys;
      return this;
    }

    public Builder skew(Duration tolerance) {
      this.skew = tolerance;
      return this;
    }

    /** The person must have authenticated at or after this instant (ForceAuthn, max_age). */
    public Builder authnNotBefore(Instant instant) {
      this.authnNotBefore = Optional.of(instant);
      return this;
    }

    public Expectations build() {
      return new Expectations(
          spEntityId,
          acsUrl,
          idpEntityId,
          trusted,
          inResponseTo,
          unsolicitedAllowed,
          emailDomains,
          subjectSource,
          attributes,
          policy,
          decryptionKeys,
          skew,
          authnNotBefore);
    }
  }
}
