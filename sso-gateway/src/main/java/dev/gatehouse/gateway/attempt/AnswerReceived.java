package dev.gatehouse.gateway.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** Told, in the transaction that stores the verdict, that a test run's answer has arrived. */
public interface AnswerReceived {

  Uni<Void> answered(SqlClient connection, Attempt attempt, Purpose.TestRun test);
}
