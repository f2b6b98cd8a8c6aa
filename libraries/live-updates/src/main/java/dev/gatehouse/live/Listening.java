package dev.gatehouse.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A direct database session of its own that listens; pooled ones lose notifications. */
final class Listening implements AutoCloseable {

  private static final String CHANNEL = "gatehouse_live";

  private final Connection connection;

  Listening(String url, String user, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("ApplicationName", "live-updates");
    connection = DriverManager.getConnection(url, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** What was committed meanwhile; waits for it at most as long as given. */
  List<Change> changes(Duration atMost) throws SQLException {
    PGNotification[] came =
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    return came == null
        ? List.of()
        : Stream.of(came)
            .map(PGNotification::getParameter)
            .map(Change::parse)
            .flatMap(Optional::stream)
            .toList();
  }

  /** A session whose server went away without a word is noticed only by asking it something. */
  void requireAlive() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select 1")) {
      row.next();
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
}
