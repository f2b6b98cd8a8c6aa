package dev.gatehouse.gateway.testrun;

import dev.gatehouse.ids.Id;
import java.time.Instant;

/**
 * What connection-service says about a test run, sealed so that nobody else can.
 *
 * @param connectionVersion the version of the connection that holds the revision
 * @param caller who started the run
 */
record Ticket(
    Id run, Id connection, Id revision, long connectionVersion, String caller, Instant expiresAt) {}
