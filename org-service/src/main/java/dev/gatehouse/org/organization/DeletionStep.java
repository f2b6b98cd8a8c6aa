package dev.gatehouse.org.organization;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.smallrye.mutiny.Uni;

/** What else must go when an organization goes, within the same transaction. */
public interface DeletionStep {

  Uni<Void> delete(Id organization, Cause cause);
}
