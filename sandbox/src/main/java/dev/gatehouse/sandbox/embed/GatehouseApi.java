package dev.gatehouse.sandbox.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What Brightdesk's backend asks of Gatehouse, as an operator: tokens for its own pages. */
@Singleton
final class GatehouseApi {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI base;
  private final Optional<String> clientId;
  private final Optional<String> clientSecret;
  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  GatehouseApi(
      @ConfigProperty(name = "sandbox.app.issuer") URI base,
      @ConfigProperty(name = "sandbox.gatehouse.client-id") Optional<String> clientId,
      @ConfigProperty(name = "sandbox.gatehouse.client-secret") Optional<String> clientSecret,
      ObjectMapper json) {
    this.base = base;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.json = json;
  }

  /** An organization or a member: what to call it, and its id. */
  record Named(String id, String name) {}

  URI base() {
    return base;
  }

  /** A token for the platform's own staff; it may do everything. */
  String operatorToken() throws GatehouseTrouble {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(encoded(clientId), encoded(clientSecret));
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/v1/oauth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return send(request).path("access_token").asText();
  }

  /** A five-minute token for one member of one organization: the embed session. */
  String sessionToken(Viewer viewer) throws GatehouseTrouble {
    try {
      String body =
          json.writeValueAsString(
              Map.of("organization", viewer.organization(), "member", viewer.member()));
      HttpRequest request =
          authorized("/v1/sessions")
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return send(request).path("token").asText();
    } catch (IOException unwritable) {
      throw new GatehouseTrouble("A session could not be asked for.", unwritable);
    }
  }

  List<Named> organizations() throws GatehouseTrouble {
    return named(authorized("/v1/organizations?limit=100"), "name");
  }

  List<Named> members(String organization) throws GatehouseTrouble {
    return named(
        authorized(
            "/v1/organizations/" + encoded(Optional.of(organization)) + "/members?limit=100"),
        "email");
  }

  private List<Named> named(HttpRequest.Builder request, String field) throws GatehouseTrouble {
    List<Named> found = new ArrayList<>();
    for (JsonNode item : send(request.GET().build()).path("items")) {
      found.add(new Named(item.path("id").asText(), item.path(field).asText()));
    }
    return found;
  }

  private HttpRequest.Builder authorized(String path) throws GatehouseTrouble {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", "Bearer " + operatorToken());
  }

  private JsonNode send(HttpRequest request) throws GatehouseTrouble {
    try {
      HttpResponse<String> answer =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() >= 400) {
        throw new GatehouseTrouble(
            "Gatehouse answered " + answer.statusCode() + " at " + request.uri().getPath(), null);
      }
      return json.readTree(answer.body());
    } catch (IOException unreachable) {
      throw new GatehouseTrouble("Gatehouse cannot be reached at " + base, unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new GatehouseTrouble("Interrupted while asking Gatehouse", interrupted);
    }
  }

  private static String encoded(Optional<String> value) {
    return URLEncoder.encode(value.orElse(""), StandardCharsets.UTF_8);
  }

  /** Gatehouse did not answer as hoped. */
  static final class GatehouseTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    GatehouseTrouble(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
