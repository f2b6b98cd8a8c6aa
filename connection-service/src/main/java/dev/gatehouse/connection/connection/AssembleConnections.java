package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.domain.KnownDomain;
import dev.gatehouse.connection.domain.KnownDomains;
import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts connections and their parts together, with one query per kind of part. */
@ApplicationScoped
class AssembleConnections {

  private final Revisions revisions;
  private final SpKeys spKeys;
  private final IdpKeys idpKeys;
  private final Assignments assignments;
  private final KnownDomains domains;
  private final Followings followings;

  AssembleConnections(
      Revisions revisions,
      SpKeys spKeys,
      IdpKeys idpKeys,
      Assignments assignments,
      KnownDomains domains,
      Followings followings) {
    this.revisions = revisions;
    this.spKeys = spKeys;
    this.idpKeys = idpKeys;
    this.assignments = assignments;
    this.domains = domains;
    this.followings = followings;
  }

  private record Parts(
      Map<String, Revision> revisions,
      Map<String, List<ServiceProvider.Key>> spKeys,
      Map<String, List<IdpKey>> idpKeys,
      Map<String, List<Id>> assigned,
      Map<String, KnownDomain> domains,
      Map<String, MetadataFollowing> followings) {}

  Uni<List<ConnectionSnapshot>> from(List<Connection> connections) {
    if (connections.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return parts(connections)
        .map(parts -> connections.stream().map(one -> assemble(one, parts)).toList());
  }

  private Uni<Parts> parts(List<Connection> connections) {
    List<String> ids = connections.stream().map(one -> one.id().toString()).toList();
    List<String> wanted =
        connections.stream()
            .flatMap(one -> Stream.of(one.draft(), one.live(), one.lastLive()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    // One after another: a session does one thing at a time.
    return revisions
        .byId(wanted)
        .flatMap(found ->
            spKeys
                .of(ids)
                .flatMap(ours ->
                    idpKeys
                        .of(ids)
                        .flatMap(theirs ->
                            assignments
                                .of(ids)
                                .flatMap(assigned ->
                                    known(assigned)
                                        .flatMap(domains ->
                                            followings
                                                .of(ids)
                                                .map(followed ->
                                                    new Parts(
                                                        found, ours, theirs, assigned, domains,
                                                        followed)))))));
  }

  private Uni<Map<String, KnownDomain>> known(Map<String, List<Id>> assigned) {
    return domains.byId(
        assigned.values().stream().flatMap(List::stream).map(Id::toString).distinct().toList());
  }

  private static ConnectionSnapshot assemble(Connection connection, Parts parts) {
    String id = connection.id().toString();
    String organization = connection.organization().toString();
    Addresses addresses = connection.addresses();
    return new ConnectionSnapshot(
        connection.id(),
        connection.organization(),
        Optional.ofNullable(connection.name()).orElse(""),
        connection.provider(),
        connection.protocol(),
        parts.assigned().getOrDefault(id, List.of()).stream()
            .map(domain -> assigned(domain, organization, parts))
            .toList(),
        new ServiceProvider(
            addresses.entityId(),
            addresses.acsUrl(),
            addresses.metadataUrl(),
            addresses.redirectUri(),
            addresses.jwksUrl(),
            parts.spKeys().getOrDefault(id, List.of())),
        parts.idpKeys().getOrDefault(id, List.of()),
        connection.isIdpInitiatedAllowed(),
        parts.followings().get(id),
        revision(connection.draft(), parts),
        revision(connection.live(), parts),
        revision(connection.lastLive(), parts),
        connection.deactivated(),
        connection.version(),
        connection.createdAt());
  }

  private static AssignedDomain assigned(Id domain, String organization, Parts parts) {
    KnownDomain known = parts.domains().get(domain.toString());
    return new AssignedDomain(
        domain,
        known == null ? null : known.name(),
        known != null && known.isVerifiedFor(organization));
  }

  private static @Nullable Revision revision(@Nullable String id, Parts parts) {
    return id == null ? null : Objects.requireNonNull(parts.revisions().get(id));
  }
}
