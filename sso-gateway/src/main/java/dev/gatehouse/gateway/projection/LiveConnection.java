package dev.gatehouse.gateway.projection;

/**
 * A connection that people may sign in with now: active, not suspended, organization not deleted.
 */
public record LiveConnection(KnownConnection connection, Revision revision) {}
