package dev.gatehouse.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The whole of Gatehouse as {@code make run} starts it, on ports of its own, once for all tests of
 * this JVM. Tests share it, so each makes its own organization and its own domain names.
 */
final class Gatehouse implements AutoCloseable {

  static final Path ROOT = Path.of(System.getProperty("gatehouse.root", "..")).toAbsolutePath();
  private static final Path WORK = Path.of(System.getProperty("end-to-end.work", "target/running"));
  private static final int PORT_OFFSET = 1000;

  /** Where pages may embed the elements: the sample application, and the documentation's page. */
  private static final String ORIGINS =
      "http://127.0.0.1:" + (9090 + PORT_OFFSET) + "," + Embedder.ORIGIN;

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static @Nullable Gatehouse running;

  private final Path data;
  private final @Nullable Process launcher;

  private Gatehouse(Path data, @Nullable Process launcher) {
    this.data = data;
    this.launcher = launcher;
  }

  /**
   * The copy that the tests of this JVM share; it stops when the JVM ends. While a test is being
   * written, {@code -Dend-to-end.data=DIR} takes the copy that {@code bin/start --data DIR} runs.
   */
  static synchronized Gatehouse running() {
    Gatehouse already = running;
    if (already != null) {
      return already;
    }
    String elsewhere = System.getProperty("end-to-end.data");
    Gatehouse started =
        elsewhere == null
            ? start("shared", PORT_OFFSET, Map.of("GATEHOUSE_CORS_ORIGINS", ORIGINS))
            : new Gatehouse(Path.of(elsewhere), null);
    running = started;
    return started;
  }

  /** A copy of a test's own, with its own settings. */
  static Gatehouse start(String name, int portOffset, Map<String, String> settings) {
    try {
      Path work = WORK.toAbsolutePath().resolve(name);
      Files.createDirectories(work);
      Path log = work.resolve("launcher.log");
      ProcessBuilder builder =
          new ProcessBuilder(
              ROOT.resolve("bin/start").toString(),
              "--clean",
              "--data",
              work.resolve("data").toString(),
              "--port-offset",
              String.valueOf(portOffset));
      builder.environment().put("GATEHOUSE_CLOCK_MOVABLE", "true");
      builder.environment().putAll(settings);
      Process launcher = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      Gatehouse gatehouse = new Gatehouse(work.resolve("data"), launcher);
      Runtime.getRuntime().addShutdownHook(new Thread(gatehouse::close));
      Wait.until(
          "Gatehouse runs (see " + log + ")",
          PATIENCE,
          () -> {
            String said = Files.readString(log);
            if (!launcher.isAlive()) {
              throw new IllegalStateException("The launcher ended:\n" + said);
            }
            return said.contains("Gatehouse is running.");
          });
      return gatehouse;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (launcher == null) {
      return;
    }
    launcher.destroy();
    try {
      if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      launcher.destroyForcibly();
    }
  }

  /** Everything the launcher knows about what runs now. */
  JsonNode runFile() {
    return read(data.resolve("run.json"));
  }

  JsonNode credentials() {
    return read(data.resolve("credentials.json"));
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where browsers and applications find Gatehouse. */
  URI publicUrl() {
    return URI.create(runFile().required("publicUrl").asText());
  }

  URI sandboxUrl() {
    return URI.create(runFile().required("sandboxUrl").asText());
  }

  /** A service's own port, past the front door. */
  URI direct(String part) {
    int port = runFile().required("ports").required(part).asInt();
    return URI.create("http://127.0.0.1:" + port);
  }

  String bootstrapServers() {
    return runFile().required("bootstrapServers").asText();
  }

  void stop(String part) {
    control(part, "stop");
  }

  /** Ends the process at once, as {@code kill -9} does. */
  void kill(String part) {
    control(part, "kill");
  }

  /** Starts it again and returns when it serves. */
  void start(String part) {
    control(part, "start");
  }

  private void control(String part, String action) {
    URI url = URI.create(runFile().required("controlUrl").asText() + "/" + part + "/" + action);
    Http.Answer answer = new Http().post(url, null);
    if (answer.status() != 200) {
      throw new IllegalStateException(action + " " + part + ": " + answer.text());
    }
  }

  /** A session at a service's own database, to look at or to hold a lock. */
  Connection database(String service) throws SQLException {
    JsonNode run = runFile();
    return DriverManager.getConnection(
        run.required("jdbcUrls").required(service).asText(),
        run.required("databaseUser").asText(),
        run.required("databasePassword").asText());
  }

  /** Moves the clocks of all services; undone by closing. */
  AutoCloseable clocksMovedBy(Duration offset) {
    List<String> services =
        List.of("org-service", "domain-verification-service", "connection-service", "sso-gateway");
    Http http = new Http();
    for (String service : services) {
      http.put(direct(service).resolve("/test/clock"), Map.of("offset", offset.toString()))
          .expect(204);
    }
    return () ->
        services.forEach(
            service -> http.delete(direct(service).resolve("/test/clock")).expect(204));
  }
}
