package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import org.jspecify.annotations.Nullable;

/**
 * A domain of the connection.
 *
 * @param name null until its owner has said it
 * @param verified whether it is verified, or lapsing, for the connection's organization now
 */
public record AssignedDomain(Id id, @Nullable String name, boolean verified) {}
