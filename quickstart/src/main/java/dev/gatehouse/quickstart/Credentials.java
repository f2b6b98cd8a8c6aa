package dev.gatehouse.quickstart;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The first operator's API client. */
record Credentials(String clientId, String clientSecret) {
  private static final String CLIENT_ID = "GATEHOUSE_BOOTSTRAP_CLIENT_ID";
  private static final String CLIENT_SECRET = "GATEHOUSE_BOOTSTRAP_CLIENT_SECRET";

  /** The caller's own, else the ones kept in the file, else new ones; kept in the file. */
  static Credentials keptIn(Path file, Map<String, String> environment) {
    Credentials kept = Files.exists(file) ? read(file) : fresh();
    Credentials chosen =
        new Credentials(
            environment.getOrDefault(CLIENT_ID, kept.clientId()),
            environment.getOrDefault(CLIENT_SECRET, kept.clientSecret()));
    DataDirectory.writePrivate(
        file,
        new JsonObject()
                .put("clientId", chosen.clientId())
                .put("clientSecret", chosen.clientSecret())
                .encodePrettily()
            + "\n");
    return chosen;
  }

  Map<String, String> environment() {
    return Map.of(CLIENT_ID, clientId, CLIENT_SECRET, clientSecret);
  }

  private static Credentials read(Path file) {
    try {
      JsonObject json = new JsonObject(Files.readString(file));
      return new Credentials(json.getString("clientId"), json.getString("clientSecret"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Credentials fresh() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return new Credentials(
        "operator", Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  @Override
  public String toString() {
    return "Credentials[clientId=" + clientId + "]";
  }
}
