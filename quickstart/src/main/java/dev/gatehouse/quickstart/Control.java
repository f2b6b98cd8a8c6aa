package dev.gatehouse.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Lets tests on this machine stop, kill and start one part: {@code POST
 * /control/{part}/stop|kill|start}, answered when it is done. {@code GET /control} lists the parts.
 */
final class Control implements AutoCloseable {
  private final Gatehouse gatehouse;
  private final Runnable changed;
  private final HttpServer server;
  private final int port;

  Control(Gatehouse gatehouse, int port, Runnable changed) {
    this.gatehouse = gatehouse;
    this.changed = changed;
    this.port = port;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(Ports.LOOPBACK), port), 0);
    } catch (IOException e) {
      throw new Refusal("The control endpoint cannot listen on port " + port + ": " + e, e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/control", this::handle);
  }

  void open() {
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (fromBrowser(exchange)) {
        answer(exchange, 403, problem("forbidden", "Web pages may not control Gatehouse."));
        return;
      }
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      if (path.length == 2 && exchange.getRequestMethod().equals("GET")) {
        answer(exchange, 200, listing());
      } else if (path.length == 4 && exchange.getRequestMethod().equals("POST")) {
        act(exchange, path[2], path[3]);
      } else {
        answer(exchange, 404, problem("not_found", "POST /control/{part}/stop|kill|start"));
      }
    }
  }

  /** A page could send a POST here without reading the answer; no test sends these headers. */
  private boolean fromBrowser(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    String host = String.valueOf(headers.getFirst("Host"));
    return headers.containsKey("Origin")
        || headers.containsKey("Sec-Fetch-Site")
        || !(host.equals(Ports.LOOPBACK + ":" + port) || host.equals("localhost:" + port));
  }

  private void act(HttpExchange exchange, String name, String action) throws IOException {
    Optional<Child> child = Part.named(name).flatMap(gatehouse::child);
    if (child.isEmpty()) {
      answer(exchange, 404, problem("unknown_part", name + " does not belong to this copy."));
      return;
    }
    try {
      switch (action) {
        case "stop" -> child.get().stop();
        case "kill" -> child.get().kill();
        case "start" -> child.get().start();
        default -> {
          answer(exchange, 404, problem("unknown_action", "stop, kill or start"));
          return;
        }
      }
      changed.run();
      answer(exchange, 200, state(child.get()));
    } catch (Refusal refusal) {
      answer(exchange, 500, problem("failed", refusal.line()));
    }
  }

  private JsonObject listing() {
    JsonObject parts = new JsonObject();
    gatehouse.children().forEach(child -> parts.put(child.part().id(), state(child)));
    return new JsonObject().put("parts", parts);
  }

  private static JsonObject state(Child child) {
    long pid = child.pid();
    return new JsonObject()
        .put("part", child.part().id())
        .put("state", pid == 0 ? "stopped" : "running")
        .put("pid", pid);
  }

  private static JsonObject problem(String code, String detail) {
    return new JsonObject().put("code", code).put("detail", detail);
  }

  private static void answer(HttpExchange exchange, int status, JsonObject body)
      throws IOException {
    byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
