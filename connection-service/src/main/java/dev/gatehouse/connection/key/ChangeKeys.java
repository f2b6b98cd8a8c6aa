package dev.gatehouse.connection.key;

import dev.gatehouse.connection.connection.ConnectionJournal;
import dev.gatehouse.connection.connection.Connections;
import dev.gatehouse.connection.connection.IdpKey;
import dev.gatehouse.connection.connection.IdpKeys;
import dev.gatehouse.connection.connection.Trust;
import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.saml.IdpCertificate;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Adds keys by hand, and says what they are worth. Takes effect at once, revisions untouched. */
@ApplicationScoped
class ChangeKeys {

  private final Connections connections;
  private final ConnectionJournal journal;
  private final ImportKeys imports;
  private final IdpKeys keys;

  ChangeKeys(Connections connections, ConnectionJournal journal, ImportKeys imports, IdpKeys keys) {
    this.connections = connections;
    this.journal = journal;
    this.imports = imports;
    this.keys = keys;
  }

  @WithTransaction
  Uni<KeyOutcome> add(Id id, IdpCertificate certificate, Cause cause) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(new KeyOutcome.Gone());
          }
          KeyPlan plan = KeyPlan.importing(found.get().before(), List.of(certificate), false);
          if (plan.add().isEmpty() && plan.change().isEmpty()) {
            return Uni.createFrom().item(new KeyOutcome.Done(found.get().before()));
          }
          return imports
              .carryOut(id, plan)
              .flatMap(done -> recorded(found.get(), "connection.idp_key_added", cause));
        });
  }

  @WithTransaction
  Uni<KeyOutcome> trust(Id id, String fingerprint, Trust trust, Cause cause) {
    return connections
        .lock(id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(new KeyOutcome.Gone());
          }
          Optional<IdpKey> key =
              found.get().before().idpKeys().stream()
                  .filter(one -> one.fingerprint().equals(fingerprint))
                  .findFirst();
          if (key.isEmpty()) {
            return Uni.createFrom().item(new KeyOutcome.KeyUnknown());
          }
          if (key.get().trust() == trust) {
            return Uni.createFrom().item(new KeyOutcome.Done(found.get().before()));
          }
          return keys.trust(id, fingerprint, trust)
              .flatMap(done -> recorded(found.get(), action(trust), cause));
        });
  }

  private Uni<KeyOutcome> recorded(Connections.Locked locked, String action, Cause cause) {
    return journal.changed(locked, "ConnectionChanged", action, cause).map(KeyOutcome.Done::new);
  }

  private static String action(Trust trust) {
    return switch (trust) {
      case TRUSTED -> "connection.idp_key_trusted";
      case CANDIDATE -> "connection.idp_key_set_aside";
      case REVOKED -> "connection.idp_key_revoked";
    };
  }
}
