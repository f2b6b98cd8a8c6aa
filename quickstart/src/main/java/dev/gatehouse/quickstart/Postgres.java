package dev.gatehouse.quickstart;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL whose data outlives every stop, the unclean ones too. */
final class Postgres {
  static final String USER = "gatehouse";
  static final String PASSWORD = "gatehouse";
  private static final int ATTEMPTS = 10;

  private final Path binaries;
  private final Path data;
  private final Ports ports;

  Postgres(DataDirectory directory, Ports ports) {
    this.binaries = directory.resolve("binaries").resolve("postgres");
    this.data = directory.resolve("postgres");
    this.ports = ports;
  }

  /** JDBC address of one part's database. */
  static String jdbcUrl(Ports ports, String database) {
    return "jdbc:postgresql://" + authority(ports) + "/" + database;
  }

  /** The same for the reactive client. */
  static String reactiveUrl(Ports ports, String database) {
    return "postgresql://" + authority(ports) + "/" + database;
  }

  private static String authority(Ports ports) {
    return Ports.LOOPBACK + ":" + ports.of(Part.POSTGRES);
  }

  /** Unpacks and initialises what is missing, and says how to start it. */
  Child.Recipe recipe() {
    Path home = PostgresBinaries.unpackedIn(binaries);
    List<String> asUser = asOrdinaryUser();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(home, asUser);
    }
    removeStalePid();
    List<String> command = new ArrayList<>(asUser);
    command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString(), "-p"));
    command.add(Integer.toString(ports.of(Part.POSTGRES)));
    for (String setting :
        List.of(
            "listen_addresses=" + Ports.LOOPBACK,
            "unix_socket_directories=",
            "max_connections=200",
            "timezone=UTC",
            "log_timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return new Child.Recipe(
        Part.POSTGRES,
        command,
        Map.of("LC_ALL", "C"),
        StopSignal.INT,
        Duration.ofMinutes(2),
        // After a crash its old backends may hold the shared memory a moment longer.
        ATTEMPTS,
        this::createDatabases);
  }

  /** PostgreSQL refuses root; a user namespace of its own makes root nobody in particular. */
  private static List<String> asOrdinaryUser() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    if (LinuxUtils.isUnshareAvailable()) {
      return List.of("unshare", "-U");
    }
    throw new Refusal(
        "PostgreSQL does not run as root and this machine has no user namespaces: run as another user.");
  }

  /** Made beside and then renamed: what was interrupted half-way is never taken for whole. */
  private void initialise(Path home, List<String> asUser) {
    Path fresh = data.resolveSibling("postgres.new");
    try {
      DataDirectory.deleteTree(fresh);
      Path password = data.resolveSibling("postgres-password");
      DataDirectory.writePrivate(password, PASSWORD + "\n");
      List<String> command = new ArrayList<>(asUser);
      command.addAll(
          List.of(
              home.resolve("bin/initdb").toString(),
              "--pgdata=" + fresh,
              "--username=" + USER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C"));
      Path log = data.resolveSibling("initdb.log");
      int status =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      Files.delete(password);
      if (status != 0) {
        throw new Refusal("PostgreSQL could not make its data directory.\n" + LogTail.of(log));
      }
      Files.delete(log);
      Files.move(fresh, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while PostgreSQL made its data directory.", e);
    }
  }

  /**
   * A killed PostgreSQL leaves its process id behind. When another process got that number
   * meanwhile, PostgreSQL would refuse for ever; we hold the directory's lock, so nobody else runs
   * there. Live leftovers of ours were ended before.
   */
  private void removeStalePid() {
    try {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean createDatabases() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(jdbcUrl(ports, "postgres"), USER, PASSWORD)) {
      for (Part service : Arrays.stream(Part.values()).filter(Part::isService).toList()) {
        createDatabase(connection, service.database());
      }
      return true;
    }
  }

  private static void createDatabase(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        if (found.next()) {
          return;
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
  }
}
