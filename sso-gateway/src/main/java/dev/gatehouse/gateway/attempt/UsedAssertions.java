package dev.gatehouse.gateway.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;

/** Which assertions were used, for as long as the clock alone would let them pass again. */
@Singleton
public class UsedAssertions {

  private static final String USE =
      """
      insert into used_assertion (connection, assertion, until) values ($1, $2, $3)
      on conflict do nothing
      """;

  /** Uses an assertion; true for exactly one of those who try. */
  public Uni<Boolean> use(SqlClient connection, Attempt attempt, Verdict.SingleUse answer) {
    return connection
        .preparedQuery(USE)
        .execute(
            Tuple.of(
                attempt.connection().toString(),
                answer.id(),
                answer.until().atOffset(ZoneOffset.UTC)))
        .map(inserted -> inserted.rowCount() == 1);
  }
}
