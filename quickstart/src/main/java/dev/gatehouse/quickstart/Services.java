package dev.gatehouse.quickstart;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the four services and the sandbox are started: their packaged builds, told where all is. */
final class Services {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;

  private final Path project;
  private final DataDirectory directory;
  private final Ports ports;
  private final Keysets keysets;
  private final Credentials credentials;
  private final Map<String, String> caller;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  Services(
      Path project,
      DataDirectory directory,
      Ports ports,
      Keysets keysets,
      Credentials credentials,
      Map<String, String> caller) {
    this.project = project;
    this.directory = directory;
    this.ports = ports;
    this.keysets = keysets;
    this.credentials = credentials;
    this.caller = caller;
  }

  Child.Recipe recipe(Part part) {
    Path jar = project.resolve(part.id()).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new Refusal(part.id() + " is not built (" + jar + "): run make run, which builds it.");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm(part));
    // Marks the process as ours for a later start that finds it left over.
    command.add("-Dgatehouse.data=" + directory.root());
    command.addAll(List.of("-jar", jar.toString()));
    return new Child.Recipe(
        part, command, environment(part), StopSignal.TERM, PATIENCE, 1, () -> ready(part));
  }

  /** Quick to start and small; only the gateway's speed matters to those who measure it. */
  private static List<String> jvm(Part part) {
    return part == Part.SSO_GATEWAY
        ? List.of("-Xmx384m", "-XX:+UseSerialGC")
        : List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }

  /** What the caller sets under GATEHOUSE_ wins over what this launcher would say. */
  Map<String, String> environment(Part part) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(part)));
    if (part == Part.SANDBOX) {
      environment.put("SANDBOX_PUBLIC_URL", "http://" + Ports.LOOPBACK + ":" + ports.of(part));
      environment.put("SANDBOX_DATA", directory.resolve("sandbox").toString());
      environment.put("SANDBOX_DNS_PORT", Integer.toString(ports.dns()));
      environment.put("SANDBOX_APP_ISSUER", publicUrl());
      // Brightdesk's backend is an operator, so that its pages can embed the elements.
      environment.put("SANDBOX_GATEHOUSE_CLIENT_ID", credentials.clientId());
      environment.put("SANDBOX_GATEHOUSE_CLIENT_SECRET", credentials.clientSecret());
    }
    if (part.isService()) {
      environment.put("GATEHOUSE_PUBLIC_URL", publicUrl());
      environment.put("GATEHOUSE_DNS_RESOLVERS", Ports.LOOPBACK + ":" + ports.dns());
      environment.put("GATEHOUSE_FETCH_ALLOW", Ports.LOOPBACK + "/32");
      environment.put(
          "GATEHOUSE_CORS_ORIGINS", "http://" + Ports.LOOPBACK + ":" + ports.of(Part.SANDBOX));
      environment.put("GATEHOUSE_KEYSET", keysets.directoryOf(part).toString());
      environment.put("KAFKA_BOOTSTRAP_SERVERS", Broker.bootstrapServers(ports));
      environment.put("QUARKUS_DATASOURCE_USERNAME", Postgres.USER);
      environment.put("QUARKUS_DATASOURCE_PASSWORD", Postgres.PASSWORD);
      environment.put("QUARKUS_DATASOURCE_JDBC_URL", Postgres.jdbcUrl(ports, part.database()));
      environment.put(
          "QUARKUS_DATASOURCE_REACTIVE_URL", Postgres.reactiveUrl(ports, part.database()));
    }
    if (part == Part.ORG_SERVICE) {
      environment.putAll(credentials.environment());
    }
    caller.forEach((name, value) -> {
      if (name.startsWith("GATEHOUSE_")) {
        environment.put(name, value);
      }
    });
    return environment;
  }

  /** The address that browsers and applications know this copy by. */
  String publicUrl() {
    return caller.getOrDefault("GATEHOUSE_PUBLIC_URL", "http://localhost:" + ports.frontDoor());
  }

  private boolean ready(Part part) throws Exception {
    URI health = URI.create("http://" + Ports.LOOPBACK + ":" + ports.of(part) + "/q/health/ready");
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == OK) {
      return true;
    }
    // The sandbox has no health page: any answer says that it serves.
    if (part == Part.SANDBOX && answer.statusCode() == NOT_FOUND) {
      return true;
    }
    throw new IllegalStateException(
        "health says " + answer.statusCode() + " " + answer.body().replaceAll("\\s+", " "));
  }
}
