package dev.gatehouse.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An HTTP client as a script or a browser without JavaScript is one: cookies, no redirects. */
final class Http {

  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, String> headers = new LinkedHashMap<>();

  Http with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** What came back. */
  record Answer(int status, HttpResponse<String> response) {

    String text() {
      return response.body();
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Not JSON: " + response.body(), e);
      }
    }

    /** The stable code of a problem. */
    String code() {
      return json().path("code").asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    URI location() {
      return response.request().uri().resolve(header("Location"));
    }

    Answer expect(int expected) {
      if (status != expected) {
        throw new AssertionError(
            "%s %s: expected %d, got %d: %s"
                .formatted(
                    response.request().method(),
                    response.request().uri(),
                    expected,
                    status,
                    response.body()));
      }
      return this;
    }
  }

  Answer get(URI url) {
    return send(request(url).GET());
  }

  Answer delete(URI url) {
    return send(request(url).DELETE());
  }

  Answer post(URI url, @Nullable Object body) {
    return send(withJson(request(url), "POST", body));
  }

  Answer put(URI url, @Nullable Object body) {
    return send(withJson(request(url), "PUT", body));
  }

  Answer patch(URI url, @Nullable Object body) {
    return send(withJson(request(url), "PATCH", body));
  }

  Answer send(String method, URI url, @Nullable Object body) {
    return send(withJson(request(url), method, body));
  }

  Answer form(URI url, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(URI url) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(40));
    headers.forEach(request::header);
    return request;
  }

  private static HttpRequest.Builder withJson(
      HttpRequest.Builder request, String method, @Nullable Object body) {
    if (body == null) {
      return request.method(method, HttpRequest.BodyPublishers.noBody());
    }
    try {
      return request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
