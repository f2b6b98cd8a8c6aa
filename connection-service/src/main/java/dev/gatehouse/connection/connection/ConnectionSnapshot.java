package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connection with all that belongs to it, at one moment.
 *
 * @param metadataFollowing null where new keys are not taken from metadata by themselves
 * @param deactivated null while it is live, and where it never was
 * @param lastLive what people signed in with last, be it live or not
 */
public record ConnectionSnapshot(
    Id id,
    Id organization,
    String name,
    String provider,
    Protocol protocol,
    List<AssignedDomain> domains,
    ServiceProvider serviceProvider,
    List<IdpKey> idpKeys,
    boolean idpInitiatedAllowed,
    @Nullable MetadataFollowing metadataFollowing,
    @Nullable Revision draft,
    @Nullable Revision live,
    @Nullable Revision lastLive,
    @Nullable Deactivation deactivated,
    long version,
    Instant createdAt) {

  public ConnectionStatus status() {
    return ConnectionStatus.of(draft, live);
  }

  public boolean isActive() {
    return live != null;
  }

  /** What one would work on: the draft, else what is live. */
  public Optional<Revision> current() {
    return Stream.of(Optional.ofNullable(draft), Optional.ofNullable(live))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** In SAML everything rests on these keys; an OpenID provider's are read from its own address. */
  public boolean lacksTrustedKey() {
    return protocol == Protocol.SAML && idpKeys.stream().noneMatch(IdpKey::isTrusted);
  }

  /** The revision whose metadata address can be followed: what people sign in with comes first. */
  public Optional<Revision> followed() {
    return Optional.ofNullable(live == null ? draft : live)
        .filter(revision -> revision.metadataUrl() != null);
  }

  public List<Id> unverifiedDomains() {
    return domains.stream().filter(domain -> !domain.verified()).map(AssignedDomain::id).toList();
  }

  /** What is still to do before the current revision can go live, in the order of doing it. */
  public List<String> missing() {
    Optional<Revision> current = current();
    return Stream.of(
            current.isEmpty() ? "configuration" : "",
            lacksTrustedKey() ? "trusted_key" : "",
            domains.isEmpty() ? "domain" : "",
            unverifiedDomains().isEmpty() ? "" : "domain_verification",
            current.map(Revision::isTested).orElse(false) ? "" : "test")
        .filter(step -> !step.isEmpty())
        .toList();
  }
}
