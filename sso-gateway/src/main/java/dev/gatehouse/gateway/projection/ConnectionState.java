package dev.gatehouse.gateway.projection;

import dev.gatehouse.gateway.projection.KnownConnection.IdpKey;
import dev.gatehouse.gateway.projection.KnownConnection.ServiceProvider;
import dev.gatehouse.ids.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we read of a connection event. All of it is read before it is kept, so that what sign-in
 * could not use never replaces what it can.
 */
record ConnectionState(
    Id id,
    Id organization,
    long epoch,
    long version,
    String status,
    @Nullable String provider,
    @Nullable List<Id> domains,
    @Nullable ServiceProvider serviceProvider,
    @Nullable List<IdpKey> idpKeys,
    @Nullable Revision draft,
    @Nullable Revision live) {

  boolean isDeleted() {
    return status.equals("deleted");
  }
}
