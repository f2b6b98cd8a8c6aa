package dev.gatehouse.backends;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Calls every operation of a service's admin API without a token and with nonsense in it. */
public final class CallsWithoutToken {

  private static final String PREFIX = "/v1/";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private CallsWithoutToken() {}

  /**
   * The status that each operation answers.
   *
   * @param open the beginnings of paths that want no token
   */
  public static Map<String, Integer> to(URI service, Set<String> open)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String document =
          client
              .send(
                  HttpRequest.newBuilder(service.resolve("/q/openapi?format=json")).build(),
                  BodyHandlers.ofString())
              .body();
      Map<String, Integer> statuses = new TreeMap<>();
      for (Map.Entry<String, JsonNode> path :
          new ObjectMapper().readTree(document).path("paths").properties()) {
        if (path.getKey().startsWith(PREFIX)
            && open.stream().noneMatch(path.getKey()::startsWith)) {
          for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
            if (METHODS.contains(operation.getKey())) {
              String method = operation.getKey().toUpperCase(Locale.ROOT);
              HttpRequest nonsense = nonsense(service, method, path.getKey());
              statuses.put(
                  method + " " + path.getKey(),
                  client.send(nonsense, BodyHandlers.discarding()).statusCode());
            }
          }
        }
      }
      return statuses;
    }
  }

  private static HttpRequest nonsense(URI service, String method, String path) {
    return HttpRequest.newBuilder(service.resolve(path.replaceAll("\\{[^}]+}", "nonsense")))
        .header("Content-Type", "application/json")
        .method(
            method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{"))
        .build();
  }
}
