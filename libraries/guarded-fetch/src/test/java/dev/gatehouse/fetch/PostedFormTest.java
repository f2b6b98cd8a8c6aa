package dev.gatehouse.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fetch.FetchOutcome.Failure;
import dev.gatehouse.fetch.FetchOutcome.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forms, and who we say that we are, against real servers on the loopback. */
class PostedFormTest {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<String> seen = new AtomicReference<>("");

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void postsAnEncodedFormWithTheAuthorizationGiven() {
    int port =
        serve(request ->
            request
                .body()
                .onSuccess(body -> {
                  seen.set(
                      request.method()
                          + " "
                          + request.getHeader("content-type")
                          + " "
                          + request.getHeader("authorization")
                          + " "
                          + body);
                  request.response().end("{}");
                }));

    PostOutcome outcome = post("http://idp.example:" + port + "/token", Map.of("a b", "c&d=é"));

    assertThat(outcome).isInstanceOf(PostOutcome.Answered.class);
    assertThat(seen)
        .hasValue("POST application/x-www-form-urlencoded Basic eA== a+b=c%26d%3D%C3%A9");
  }

  @Test
  void readsWhatAnErrorStatusSays() {
    int port = serve(request -> request.response().setStatusCode(400).end("{\"error\":\"x\"}"));

    assertThat(post("http://idp.example:" + port + "/token", Map.of("code", "y")))
        .isInstanceOfSatisfying(
            PostOutcome.Answered.class,
            answered -> {
              assertThat(answered.status()).isEqualTo(400);
              assertThat(new String(answered.body(), UTF_8)).isEqualTo("{\"error\":\"x\"}");
            });
  }

  @Test
  void neverCarriesAFormToWhereARedirectPoints() {
    AtomicInteger asked = new AtomicInteger();
    int port =
        serve(request -> {
          asked.incrementAndGet();
          request.response().setStatusCode(307).putHeader("location", "/elsewhere").end();
        });

    assertThat(post("http://idp.example:" + port + "/token", Map.of("code", "y")))
        .isInstanceOfSatisfying(
            FetchOutcome.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(Failure.REDIRECT));
    assertThat(asked).hasValue(1);
  }

  @Test
  void postsNothingIntoAPrivateNetwork() {
    assertThat(
            fetching("10.0.0.1")
                .post(URI.create("https://idp.example/token"), Map.of(), Optional.empty())
                .await()
                .atMost(Duration.ofSeconds(10)))
        .isEqualTo(new FetchOutcome.Refused(Refusal.NOT_PUBLIC));
  }

  @Test
  void getsWithTheAuthorizationGiven() {
    int port =
        serve(request -> {
          seen.set(request.method() + " " + request.getHeader("authorization"));
          request.response().end("{}");
        });

    FetchOutcome outcome =
        fetching("127.0.0.1")
            .get(URI.create("http://idp.example:" + port + "/userinfo"), Optional.of("Bearer x"))
            .await()
            .atMost(Duration.ofSeconds(10));

    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(seen).hasValue("GET Bearer x");
  }

  private PostOutcome post(String address, Map<String, String> form) {
    return fetching("127.0.0.1")
        .post(URI.create(address), form, Optional.of("Basic eA=="))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private GuardedFetch fetching(String resolved) {
    return new GuardedFetch(
        vertx,
        List.of("127.0.0.0/8"),
        name -> List.of(InetAddress.ofLiteral(resolved)),
        new HttpClientOptions(),
        Duration.ofSeconds(2));
  }

  private int serve(io.vertx.core.Handler<HttpServerRequest> handler) {
    return vertx
        .createHttpServer()
        .requestHandler(handler)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }
}
