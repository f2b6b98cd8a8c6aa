package dev.gatehouse.access;

import dev.gatehouse.access.Memberships.KnownOrganization;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A caller for longer than one request.
 *
 * @param organization the one that the call is about; only operators may have none
 * @param expiresAt until when the token is good
 * @param check looks the permission up once more; needs no request around it
 */
public record Standing(
    Caller caller,
    Optional<KnownOrganization> organization,
    Instant expiresAt,
    Supplier<Uni<Caller>> check) {

  /** Fails with the problem to answer as soon as the caller may no longer do what it did. */
  public Uni<Caller> stillAllowed() {
    return check.get();
  }
}
