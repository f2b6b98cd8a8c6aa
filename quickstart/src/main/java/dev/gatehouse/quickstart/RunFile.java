package dev.gatehouse.quickstart;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What runs now, for scripts and tests: {@code run.json} in the data directory. */
final class RunFile {
  private final Path file;
  private final Path credentials;
  private final Ports ports;
  private final String publicUrl;

  RunFile(Path file, Path credentials, Ports ports, String publicUrl) {
    this.file = file;
    this.credentials = credentials;
    this.ports = ports;
    this.publicUrl = publicUrl;
  }

  synchronized void write(List<Child> children) {
    JsonObject parts = new JsonObject();
    JsonObject jdbcUrls = new JsonObject();
    JsonObject portNumbers =
        new JsonObject()
            .put("front-door", ports.frontDoor())
            .put("control", ports.control())
            .put("dns", ports.dns());
    for (Child child : children) {
      Part part = child.part();
      portNumbers.put(part.id(), ports.of(part));
      if (part.isService()) {
        jdbcUrls.put(part.id(), Postgres.jdbcUrl(ports, part.database()));
      }
      parts.put(
          part.id(),
          new JsonObject()
              .put("pid", child.pid())
              .put("port", ports.of(part))
              .put("log", child.log().toString())
              .put("command", new JsonArray(child.command())));
    }
    JsonObject run =
        new JsonObject()
            .put("launcher", ProcessHandle.current().pid())
            .put("publicUrl", publicUrl)
            .put("sandboxUrl", "http://" + Ports.LOOPBACK + ":" + ports.of(Part.SANDBOX))
            .put("controlUrl", "http://" + Ports.LOOPBACK + ":" + ports.control() + "/control")
            .put("ports", portNumbers)
            .put("jdbcUrls", jdbcUrls)
            .put("databaseUser", Postgres.USER)
            .put("databasePassword", Postgres.PASSWORD)
            .put("bootstrapServers", Broker.bootstrapServers(ports))
            .put("credentials", credentials.toString())
            .put("parts", parts);
    DataDirectory.writePrivate(file, run.encodePrettily() + "\n");
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
