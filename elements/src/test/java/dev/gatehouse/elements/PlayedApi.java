package dev.gatehouse.elements;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.problems.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A local server that plays Gatehouse's API, and serves the page and the modules under a strict
 * content security policy. A request that no test expected is answered with 404 and remembered.
 */
final class PlayedApi implements AutoCloseable {
  /** What arrived. */
  record Request(
      String method, String path, String query, String body, Map<String, String> headers) {
    /** A header's value, empty without it. */
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** What is answered. */
  record Answer(int status, String type, String body, Map<String, String> headers) {
    static Answer json(String body) {
      return new Answer(200, "application/json", body, Map.of("ETag", "\"1\""));
    }

    static Answer problem(int status, String code, String title) {
      String body =
          "{\"code\":\"%s\",\"title\":\"%s\",\"status\":%d,\"traceId\":\"4bf92f3577b34da6\"}"
              .formatted(code, title, status);
      return new Answer(status, "application/problem+json", body, Map.of());
    }

    /** As the servers answer it, in English. */
    static Answer problem(ProblemCode code) {
      String body =
          """
          {"code":"%s","title":"%s","detail":"%s","remedy":"%s","status":%d}
          """
              .formatted(code.code(), code.title(), code.meaning(), code.remedy(), code.status());
      return new Answer(code.status(), "application/problem+json", body, Map.of());
    }

    /** The same in the language that is asked for. */
    Answer in(Request request) {
      String translated = ServerTexts.in(request.header("accept-language")).json(body);
      return new Answer(status, type, translated, headers);
    }

    Answer status(int other) {
      return new Answer(other, type, body, headers);
    }

    Answer etag(String etag) {
      return new Answer(status, type, body, Map.of("ETag", etag));
    }
  }

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

  /** As org-service answers. */
  private static final Map<String, String> KEPT =
      Map.of("Cache-Control", "public, max-age=300, must-revalidate");

  private final HttpServer server;
  private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  PlayedApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String origin() {
    return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  /** Answers requests such as {@code GET /v1/roles} from now on; the query does not count. */
  PlayedApi on(String request, Function<Request, Answer> answer) {
    answers.put(request, answer);
    return this;
  }

  PlayedApi on(String request, Answer answer) {
    return on(request, ignored -> answer);
  }

  PlayedApi on(String request, String json) {
    return on(request, Answer.json(json));
  }

  List<Request> requests(String request) {
    synchronized (requests) {
      return requests.stream()
          .filter(one -> (one.method() + " " + one.path()).equals(request))
          .toList();
    }
  }

  /** Nothing is known and nothing has arrived. */
  void forget() {
    answers.clear();
    requests.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Answer answer =
        switch (path) {
          case "/page" -> new Answer(200, "text/html; charset=utf-8", page(exchange), Map.of());
          case "/page.js" -> new Answer(200, "text/javascript", Pages.SCRIPT, Map.of());
          case "/page.css" -> new Answer(200, "text/css", Pages.STYLE, Map.of());
          case "/favicon.ico" -> new Answer(204, "image/x-icon", "", Map.of());
          default -> played(exchange, path);
        };
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private Answer played(HttpExchange exchange, String path) throws IOException {
    Request request =
        new Request(
            exchange.getRequestMethod(),
            path,
            Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            headers(exchange));
    requests.add(request);
    return Optional.ofNullable(answers.get(request.method() + " " + path))
        .map(answer -> answer.apply(request))
        .or(() -> module(path))
        .orElseGet(() -> Answer.problem(404, "not_found", "There is no such thing."));
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new ConcurrentHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    return headers;
  }

  private static String page(HttpExchange exchange) {
    return Pages.html(Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
  }

  /** Of the bundle, where a test plays no other. */
  static Optional<Answer> module(String path) {
    try (InputStream module = PlayedApi.class.getResourceAsStream(path)) {
      return path.startsWith("/elements/") && module != null
          ? Optional.of(
              new Answer(
                  200,
                  "text/javascript; charset=utf-8",
                  new String(module.readAllBytes(), StandardCharsets.UTF_8),
                  KEPT))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
