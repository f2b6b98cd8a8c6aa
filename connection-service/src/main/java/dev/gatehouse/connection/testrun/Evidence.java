package dev.gatehouse.connection.testrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.sealing.Seal;
import dev.gatehouse.sealing.SealedUnreadable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run found. It comes sealed with the keyset that we share with the gateway, which is what
 * proves that the gateway said it, and is kept under our own: the report and, apart because it is
 * forgotten sooner, the raw messages.
 */
@ApplicationScoped
class Evidence {

  private final Seal shared;
  private final Seal own;
  private final ObjectMapper json;

  Evidence(@Named("test-runs") Seal shared, @Named("own") Seal own, ObjectMapper json) {
    this.shared = shared;
    this.own = own;
    this.json = json;
  }

  /** What is stored of it, sealed for us. */
  record Kept(String report, String raw, boolean flawless) {}

  /** Empty when it was not sealed by the gateway for this run. */
  Optional<Kept> receive(String run, @Nullable String sealed) {
    if (sealed == null) {
      return Optional.empty();
    }
    try {
      if (!(json.readTree(shared.open(sealed, run)) instanceof ObjectNode found)) {
        return Optional.empty();
      }
      ObjectNode raw = json.createObjectNode();
      raw.set("request", found.remove("request"));
      raw.set("response", found.remove("response"));
      return Optional.of(
          new Kept(
              own.seal(json.writeValueAsBytes(found), run + "/report"),
              own.seal(json.writeValueAsBytes(raw), run + "/raw"),
              isFlawless(found)));
    } catch (SealedUnreadable | IOException e) {
      return Optional.empty();
    }
  }

  JsonNode report(TestRun run) {
    return open(run.sealedReport(), run.id() + "/report");
  }

  JsonNode raw(TestRun run) {
    return open(run.sealedRaw(), run.id() + "/raw");
  }

  private JsonNode open(@Nullable String sealed, String context) {
    if (sealed == null) {
      return json.createObjectNode();
    }
    try {
      return json.readTree(own.open(sealed, context));
    } catch (IOException e) {
      throw new IllegalStateException("What we sealed is always JSON", e);
    }
  }

  /** A pass is believed only where nothing speaks against it. */
  private static boolean isFlawless(JsonNode found) {
    if (!found.path("reasons").isEmpty() || found.path("checks").isEmpty()) {
      return false;
    }
    for (JsonNode check : found.path("checks")) {
      if (check.path("outcome").asText().equals("failed")) {
        return false;
      }
    }
    return true;
  }
}
