package dev.gatehouse.connection.key;

import dev.gatehouse.connection.connection.IdpKey;
import dev.gatehouse.connection.connection.IdpKeys;
import dev.gatehouse.connection.connection.Trust;
import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Carries out a plan, in the caller's transaction. */
@ApplicationScoped
public class ImportKeys {

  private final IdpKeys keys;
  private final Clock clock;

  ImportKeys(IdpKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  public Uni<Void> carryOut(Id connection, KeyPlan plan) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (IdpKey key : plan.add()) {
      done = done.flatMap(before -> keys.add(connection, key, clock.instant()));
    }
    for (Map.Entry<String, Trust> change : plan.change().entrySet()) {
      done = done.flatMap(before -> keys.trust(connection, change.getKey(), change.getValue()));
    }
    return done;
  }
}
