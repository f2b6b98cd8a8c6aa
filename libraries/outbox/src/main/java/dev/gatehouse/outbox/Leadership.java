package dev.gatehouse.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * The relay's own, direct database session, whose advisory lock makes its holder the leader. The
 * server ends the session when it idles too long, so a leader that was paused loses the lock.
 */
final class Leadership implements AutoCloseable {

  private static final long LOCK = 0x6761_7465_686f_7573L;

  private final Connection connection;

  Leadership(String url, String user, String password, Duration idleTimeout) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("ApplicationName", "outbox-relay");
    // What this session commits is only that something was published. A crash of PostgreSQL that
    // forgets it has it published again, like any crash between the two.
    properties.setProperty(
        "options", "-c synchronous_commit=off -c idle_session_timeout=" + idleTimeout.toMillis());
    connection = DriverManager.getConnection(url, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + OutboxSql.CHANNEL);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  boolean tryLead() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Sleeps until a committed transaction notifies us, at most as long as given. */
  void awaitWork(Duration atMost) throws SQLException {
    connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
  }

  List<Waiting> oldest(int limit) throws SQLException {
    String sql = "select seq, " + OutboxSql.COLUMNS + " from outbox order by seq limit " + limit;
    List<Waiting> waiting = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        waiting.add(new Waiting(row.getLong("seq"), event(row)));
      }
    }
    return waiting;
  }

  private static OutboxEvent event(ResultSet row) throws SQLException {
    String type = row.getString("type");
    Timestamp at = row.getTimestamp("occurred_at");
    return new OutboxEvent(
        row.getObject("event_id", UUID.class),
        row.getString("topic"),
        row.getString("key"),
        type.substring("dev.gatehouse.".length(), type.length() - ".v1".length()),
        row.getString("subject"),
        row.getString("organization"),
        row.getString("actor"),
        row.getString("traceparent"),
        at.toInstant(),
        row.getString("data"));
  }

  /** Only after Kafka has them: whoever dies before this publishes them twice, never not. */
  void remove(List<Waiting> published) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from outbox where seq = any (?)")) {
      Object[] numbers = published.stream().map(Waiting::seq).toArray();
      statement.setArray(1, connection.createArrayOf("bigint", numbers));
      statement.executeUpdate();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // The session is gone already, which is all that closing wants.
    }
  }

  /** A row of the outbox. */
  record Waiting(long seq, OutboxEvent event) {}
}
