package dev.gatehouse.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, with a real database and a real broker. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class LauncherTest {
  private static final Ports PORTS = new Ports(21_000);

  @TempDir Path data;
  private final List<Process> launched = new ArrayList<>();

  @AfterEach
  void stopWhatAFailedTestLeftRunning() throws Exception {
    for (Process process : launched) {
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void keepsItsDataAndLeavesNoProcessBehindHoweverItEnds() throws Exception {
    Process first = launch();
    sql("create table kept (x int)");
    createTopic("kept");

    control("postgres/kill");
    control("postgres/start");
    sql("insert into kept values (7)");

    List<ProcessHandle> orphans = parts();
    assertThat(orphans).hasSize(2);
    first.destroyForcibly().waitFor();
    for (ProcessHandle orphan : orphans) {
      orphan.onExit().get(30, TimeUnit.SECONDS);
    }

    Process second = launch();
    sql("insert into kept values (8)");
    assertThat(topics()).contains("kept");

    List<ProcessHandle> children = parts();
    second.destroy();
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(data.resolve("run.json")).doesNotExist();
  }

  private Process launch() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Quickstart.class.getName());
    command.addAll(List.of("--only", "postgres,kafka", "--data", data.toString()));
    command.addAll(List.of("--port-offset", Integer.toString(PORTS.offset())));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    launched.add(process);
    StringBuilder said = new StringBuilder();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("Ctrl-C")) {
        return process;
      }
    }
    throw new AssertionError("The launcher ended:\n" + said);
  }

  private List<ProcessHandle> parts() throws IOException {
    JsonObject run = new JsonObject(Files.readString(data.resolve("run.json")));
    JsonObject parts = run.getJsonObject("parts");
    return parts.fieldNames().stream()
        .map(part -> parts.getJsonObject(part).getLong("pid"))
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .toList();
  }

  private static void control(String action) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + PORTS.control() + "/control/" + action);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void sql(String statement) throws Exception {
    try (var connection =
            DriverManager.getConnection(
                Postgres.jdbcUrl(PORTS, "org"), Postgres.USER, Postgres.PASSWORD);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static Set<String> topics() throws Exception {
    try (Admin admin = admin()) {
      return admin.listTopics().names().get(20, TimeUnit.SECONDS);
    }
  }

  private static void createTopic(String name) throws Exception {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", Broker.bootstrapServers(PORTS)));
  }
}
