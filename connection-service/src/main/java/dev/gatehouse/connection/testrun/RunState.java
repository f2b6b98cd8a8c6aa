package dev.gatehouse.connection.testrun;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data of an event of the topic (contracts/events/test-run.schema.json).
 *
 * @param evidence sealed, context the run's id; see test-evidence.schema.json
 */
record RunState(
    String run,
    String organization,
    String connection,
    String revision,
    long connectionVersion,
    String status,
    Instant at,
    @Nullable String evidence) {}
