package dev.gatehouse.gateway.suspension;

import dev.gatehouse.ids.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stop of a connection: nobody signs in with it while it is not lifted.
 *
 * @param reason for operators; the people who are stopped do not see it
 */
record Suspension(
    Id id,
    Id connection,
    Id organization,
    String reason,
    Instant createdAt,
    String createdBy,
    @Nullable Instant liftedAt,
    @Nullable String liftedBy) {}
