package dev.gatehouse.gateway.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** The email domains that a connection may speak for, as far as an answer is judged by them. */
@Singleton
public class EmailScope {

  /**
   * Lapsed ones too: whether the person is known is decided where the code is minted. So is whether
   * the connection is live; here it would only hide the true reason.
   */
  public static final String HELD_BY_CONNECTION =
      """
      select d.name from domain d
      where d.id = any (c.domains) and d.organization = c.organization
        and d.status in ('verified', 'lapsing', 'lapsed') and d.ownership is not null
        and not exists (
          select from domain other where other.name = d.name and other.ownership > d.ownership)
      order by d.name
      """;

  private static final String HELD =
      "select held.name from connection c cross join lateral ("
          + HELD_BY_CONNECTION
          + ") held where c.id = $1 and c.organization = $2";

  /** A test may come before the proof of the domain, but never without its assignment. */
  private static final String ASSIGNED =
      """
      select d.name from connection c join domain d on d.id = any (c.domains)
      where c.id = $1 and c.organization = $2 and d.organization = c.organization
        and d.status in ('pending', 'verified', 'lapsing', 'lapsed')
      """;

  private final Pool pool;

  EmailScope(Pool pool) {
    this.pool = pool;
  }

  /** A-labels in lower case. */
  public Uni<List<String>> of(Attempt attempt) {
    String sql =
        switch (attempt.purpose()) {
          case Purpose.SignIn _ -> HELD;
          case Purpose.TestRun _ -> ASSIGNED;
        };
    return pool.preparedQuery(sql)
        .execute(Tuple.of(attempt.connection().toString(), attempt.organization().toString()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList());
  }
}
