package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;

/**
 * A domain of the connection.
 *
 * @param verified whether it is verified, or lapsing, for the connection's organization now
 */
public record AssignedDomain(Id id, boolean verified) {}
