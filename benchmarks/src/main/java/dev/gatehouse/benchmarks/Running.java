package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** A running copy of Gatehouse, as its launcher describes it in {@code run.json}. */
record Running(JsonNode run, JsonNode credentials) {

  static Running in(Path dataDirectory) {
    try {
      JsonNode run = Json.MAPPER.readTree(dataDirectory.resolve("run.json").toFile());
      return new Running(
          run, Json.MAPPER.readTree(Path.of(run.required("credentials").asText()).toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing runs there: " + dataDirectory, e);
    }
  }

  URI publicUrl() {
    return URI.create(run.required("publicUrl").asText());
  }

  /** The gateway itself, past the front door, which is not what we measure. */
  URI gateway() {
    return URI.create("http://127.0.0.1:" + run.required("ports").required("sso-gateway").asInt());
  }

  long pid(String part) {
    return run.required("parts").required(part).required("pid").asLong();
  }
}
