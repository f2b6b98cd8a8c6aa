package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.connection.ServiceProvider.Standing;
import dev.gatehouse.connection.settings.OidcSettings;
import dev.gatehouse.connection.settings.SamlSettings;
import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a connection's own key pair while people sign in: the new one is published beside the
 * old one, signs once the identity provider knows it, and then the old one goes.
 */
@ApplicationScoped
class RotateKey {

  private final Connections connections;
  private final SpKeys keys;
  private final ServiceProviderKeys generator;
  private final ConnectionJournal journal;

  RotateKey(
      Connections connections,
      SpKeys keys,
      ServiceProviderKeys generator,
      ConnectionJournal journal) {
    this.connections = connections;
    this.keys = keys;
    this.generator = generator;
    this.journal = journal;
  }

  /** Makes the new key, which takes CPU time, before the transaction opens. */
  Uni<ServiceProvider.Key> prepare(ConnectionSnapshot connection) {
    return generator.generateNext(connection.id());
  }

  /**
   * Publishes it. Where nothing that we send is signed, nobody has to know it: it is used at once.
   */
  @WithTransaction
  Uni<RotationOutcome> begin(Id id, ServiceProvider.Key next, Cause cause) {
    return step(
        id,
        "connection.key_rotation_begun",
        cause,
        now ->
            now.rows().size() != 1
                ? Optional.empty()
                : Optional.of(
                    keys.add(id, next)
                        .flatMap(done ->
                            signs(now.before())
                                ? Uni.createFrom().voidItem()
                                : keys.rowsOf(id).invoke(RotateKey::swap).replaceWithVoid())));
  }

  /** The identity provider knows the new key, says an admin: it signs from now on. */
  @WithTransaction
  Uni<RotationOutcome> use(Id id, @Nullable String fingerprint, Cause cause) {
    return step(
        id,
        "connection.key_rotation_switched",
        cause,
        now ->
            now.has(Standing.NEXT, fingerprint)
                .map(next -> {
                  swap(now.rows());
                  return Uni.createFrom().voidItem();
                }));
  }

  /** Nothing is under way any more that needs the old key. */
  @WithTransaction
  Uni<RotationOutcome> finish(Id id, @Nullable String fingerprint, Cause cause) {
    return step(
        id,
        "connection.key_rotation_finished",
        cause,
        now -> now.has(Standing.FORMER, fingerprint).map(keys::delete));
  }

  /** The new key is not wanted, and was not used yet. */
  @WithTransaction
  Uni<RotationOutcome> cancel(Id id, @Nullable String fingerprint, Cause cause) {
    return step(
        id,
        "connection.key_rotation_cancelled",
        cause,
        now -> now.has(Standing.NEXT, fingerprint).map(keys::delete));
  }

  private record Now(ConnectionSnapshot before, List<SpKeyRow> rows) {
    /** The key of this standing, if it is the one that was meant. */
    Optional<SpKeyRow> has(Standing standing, @Nullable String meant) {
      return rows.stream()
          .filter(row -> row.standing() == standing)
          .filter(row -> meant == null || meant.equals(row.value().fingerprint()))
          .findFirst();
    }
  }

  private Uni<RotationOutcome> step(
      Id id, String action, Cause cause, Function<Now, Optional<Uni<Void>>> change) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(new RotationOutcome.Gone());
          }
          return keys.rowsOf(id)
              .flatMap(rows ->
                  change
                      .apply(new Now(found.get().before(), rows))
                      .map(changed ->
                          changed
                              .flatMap(done ->
                                  journal.changed(found.get(), "ConnectionChanged", action, cause))
                              .<RotationOutcome>map(RotationOutcome.Done::new))
                      .orElseGet(() -> Uni.createFrom().item(new RotationOutcome.NotNow())));
        });
  }

  private static void swap(List<SpKeyRow> rows) {
    rows.forEach(row ->
        row.become(
            switch (row.standing()) {
              case NEXT -> Standing.CURRENT;
              case CURRENT, FORMER -> Standing.FORMER;
            }));
  }

  private static boolean signs(ConnectionSnapshot connection) {
    return Stream.of(
            Optional.ofNullable(connection.live()), Optional.ofNullable(connection.draft()))
        .flatMap(Optional::stream)
        .anyMatch(RotateKey::signs);
  }

  /** Logout requests are always signed. */
  private static boolean signs(@Nullable Revision revision) {
    return switch (revision == null ? null : revision.settings()) {
      case SamlSettings saml -> saml.signRequests() || saml.sloUrl() != null;
      case OidcSettings oidc ->
          oidc.tokenEndpointAuthMethod() == OidcSettings.TokenEndpointAuthMethod.PRIVATE_KEY_JWT;
      case null -> false;
    };
  }
}
