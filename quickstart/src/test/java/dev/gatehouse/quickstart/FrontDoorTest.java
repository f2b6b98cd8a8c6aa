package dev.gatehouse.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontDoorTest {
  private final CountDownLatch firstEventSeen = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = freePort();
  private final HttpServer service = service();
  private final FrontDoor door =
      new FrontDoor(
          part -> part == Part.ORG_SERVICE ? service.getAddress().getPort() : freePort(),
          new FrontPage("http://localhost:8080", "http://127.0.0.1:9090"));

  @BeforeEach
  void open() {
    service.start();
    door.open(port);
  }

  @AfterEach
  void close() {
    door.close();
    service.stop(0);
  }

  @Test
  void passesMethodBodyAndQueryOn() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request("/v1/organizations?limit=2")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Acme\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).contains("POST /v1/organizations?limit=2 {\"name\":\"Acme\"}");
  }

  @Test
  void forgedForwardingHeadersAreReplacedByTheTruth() throws Exception {
    String seen =
        client
            .send(
                request("/v1/organizations")
                    .header("X-Forwarded-For", "203.0.113.9")
                    .header("X-Forwarded-Prefix", "/evil")
                    .header("Forwarded", "for=203.0.113.9")
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();

    assertThat(seen)
        .contains("X-forwarded-for=[127.0.0.1]")
        .contains("X-forwarded-proto=[http]")
        .contains("X-forwarded-host=[localhost:" + port + "]")
        .doesNotContain("203.0.113.9")
        .doesNotContain("evil");
  }

  @Test
  void eventsArriveAsTheyAreSent() throws Exception {
    var answer =
        client.send(
            request("/v1/organizations/events").build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: first");
      // Only now does the service send the next one: nothing was held back.
      firstEventSeen.countDown();
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEqualTo("data: second");
    }
  }

  @Test
  void namesTheServiceThatIsDown() throws Exception {
    HttpResponse<String> answer =
        client.send(request("/v1/domains").build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonObject problem = new JsonObject(answer.body());
    assertThat(problem.getString("code")).isEqualTo("service_unavailable");
    assertThat(problem.getString("title")).contains("domain-verification-service");
  }

  @Test
  void answersOnIpv6LoopbackToo() throws Exception {
    HttpResponse<String> page =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("http://127.0.0.1:9090/");
  }

  @Test
  void anUnknownPathIsAPageForPeopleAndAProblemForPrograms() throws Exception {
    var page =
        client.send(
            request("/nowhere").header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString());
    var problem = client.send(request("/q/metrics").build(), HttpResponse.BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<h1>").doesNotContain("nowhere");
    assertThat(new JsonObject(problem.body()).getString("code")).isEqualTo("not_found");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpServer service() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/v1/organizations", this::echo);
      server.createContext("/v1/organizations/events", this::events);
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void echo(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String answer =
        "%s %s %s\n%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                body,
                exchange.getRequestHeaders().entrySet());
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(201, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void events(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    var out = exchange.getResponseBody();
    out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    try {
      if (firstEventSeen.await(10, TimeUnit.SECONDS)) {
        out.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
