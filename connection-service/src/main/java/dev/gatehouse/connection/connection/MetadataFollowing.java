package dev.gatehouse.connection.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How following a metadata address goes.
 *
 * @param lookedAt null before the first look
 * @param problem why the last look changed nothing, if something was wrong
 */
public record MetadataFollowing(@Nullable Instant lookedAt, @Nullable String problem) {}
