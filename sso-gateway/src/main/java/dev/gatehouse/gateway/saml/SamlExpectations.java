package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Verdict.JudgedWith;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.KnownConnection.IdpKey;
import dev.gatehouse.gateway.projection.SamlSettings;
import dev.gatehouse.saml.AttributeMapping;
import dev.gatehouse.saml.EmailDomains;
import dev.gatehouse.saml.Expectations;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.Policy;
import dev.gatehouse.saml.SubjectSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a response has to match: from the connection and the stored attempt, never from itself. */
@Singleton
class SamlExpectations {

  private static final int REMEMBERED = 5_000;

  private final ServiceProviderKeys keys;
  private final SamlConfig config;

  /** By the text itself: what is trusted is asked of the connection each time. */
  private final Map<String, IdpCertificate> parsed = new ConcurrentHashMap<>();

  SamlExpectations(ServiceProviderKeys keys, SamlConfig config) {
    this.keys = keys;
    this.config = config;
  }

  Expectations of(
      KnownConnection connection,
      SamlSettings settings,
      Attempt attempt,
      Collection<String> emailDomains,
      Instant now) {
    Expectations.Builder builder =
        base(connection, settings, now)
            .inResponseTo(attempt.requestId())
            .emailDomains(EmailDomains.only(emailDomains));
    attempt.authenticatedAfter().ifPresent(builder::authnNotBefore);
    return builder.build();
  }

  /** Enough to learn, from signed bytes, which request a response without RelayState answers. */
  Expectations forLookingUp(KnownConnection connection, SamlSettings settings, Instant now) {
    return base(connection, settings, now).unsolicitedAllowed().build();
  }

  private Expectations.Builder base(
      KnownConnection connection, SamlSettings settings, Instant now) {
    return Expectations.builder(
            connection.serviceProvider().entityId(),
            connection.serviceProvider().acsUrl(),
            settings.idpEntityId())
        .trusted(connection.trustedKeys().stream().map(key -> parsed(key.certificate())).toList())
        .subjectSource(subject(settings))
        .attributes(mapping(settings))
        .policy(policy(settings, now))
        .decryptionKeys(keys.decryption(connection))
        .skew(config.clockSkew());
  }

  private IdpCertificate parsed(String certificate) {
    if (parsed.size() > REMEMBERED) {
      parsed.clear();
    }
    return parsed.computeIfAbsent(certificate, IdpCertificate::parse);
  }

  static JudgedWith judgedWith(KnownConnection connection, SamlSettings settings) {
    return new JudgedWith(
        settings.idpEntityId(),
        source(settings),
        connection.trustedKeys().stream().map(IdpKey::id).toList(),
        connection.epoch(),
        connection.version());
  }

  /** A name for where the subject comes from; the same words mean another person elsewhere. */
  private static String source(SamlSettings settings) {
    return switch (settings.subject().source()) {
      case NAME_ID -> "name_id";
      case ATTRIBUTE -> "attribute:" + settings.subject().attribute();
      case ENTRA_OBJECT_ID -> "entra_object_id";
    };
  }

  private static SubjectSource subject(SamlSettings settings) {
    return switch (settings.subject().source()) {
      case NAME_ID -> new SubjectSource.NameId();
      case ATTRIBUTE -> {
        String attribute = settings.subject().attribute();
        if (attribute == null) {
          throw new IllegalStateException("the revision names no attribute for its subject");
        }
        yield new SubjectSource.Attribute(attribute);
      }
      case ENTRA_OBJECT_ID -> new SubjectSource.EntraObjectId();
    };
  }

  private static AttributeMapping mapping(SamlSettings settings) {
    AttributeMapping usual = AttributeMapping.usual();
    SamlSettings.Attributes own = settings.attributes();
    return new AttributeMapping(
        orElse(own.email(), usual.email()),
        orElse(own.givenName(), usual.givenName()),
        orElse(own.familyName(), usual.familyName()),
        orElse(own.groups(), usual.groups()));
  }

  private static List<String> orElse(List<String> names, List<String> usual) {
    return names.isEmpty() ? usual : names;
  }

  static Policy policy(SamlSettings settings, Instant now) {
    Instant until = settings.allowSha1Until();
    return until != null && now.isBefore(until) ? Policy.LEGACY : Policy.STRICT;
  }
}
