package dev.gatehouse.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fetch.FetchOutcome.Failure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SelfSignedCertificate;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against real servers on the loopback, which is allowed here. */
class GuardedFetchTest {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<String> host = new AtomicReference<>();
  private final AtomicInteger resolutions = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void fetchesFromAnAllowedNetworkOverPlainHttpOnAnyPort() {
    int port =
        serve(request -> {
          host.set(request.getHeader("host"));
          request.response().putHeader("content-type", "application/xml").end("<xml/>");
        });

    FetchOutcome outcome = fetch("http://idp.example:" + port + "/metadata?a=b");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            FetchOutcome.Fetched.class,
            fetched -> {
              assertThat(new String(fetched.body(), UTF_8)).isEqualTo("<xml/>");
              assertThat(fetched.contentType()).isEqualTo("application/xml");
            });
    assertThat(host).hasValue("idp.example:" + port);
    assertThat(resolutions).hasValue(1);
  }

  @Test
  void doesNotFollowRedirects() {
    AtomicInteger asked = new AtomicInteger();
    int port =
        serve(request -> {
          asked.incrementAndGet();
          request.response().setStatusCode(302).putHeader("location", "/elsewhere").end();
        });

    assertThat(failure(fetch("http://idp.example:" + port + "/"))).isEqualTo(Failure.REDIRECT);
    assertThat(asked).hasValue(1);
  }

  @Test
  void stopsReadingAfterOneMegabyte() {
    int port =
        serve(request -> {
          request.response().setChunked(true);
          vertx.setPeriodic(
              1, tick -> request.response().write(Buffer.buffer(new byte[256 * 1024])));
        });

    assertThat(failure(fetch("http://idp.example:" + port + "/"))).isEqualTo(Failure.TOO_LARGE);
  }

  @Test
  void givesUpOnAServerThatDripsBytes() {
    int port =
        serve(request -> {
          request.response().setChunked(true);
          vertx.setPeriodic(20, tick -> request.response().write("x"));
        });

    assertThat(failure(fetch("http://idp.example:" + port + "/"))).isEqualTo(Failure.TIMEOUT);
  }

  @Test
  void refusesACompressedAnswerRatherThanInflatingIt() {
    int port =
        serve(request ->
            request.response().putHeader("content-encoding", "gzip").end("not really gzip"));

    assertThat(failure(fetch("http://idp.example:" + port + "/"))).isEqualTo(Failure.ENCODED);
  }

  @Test
  void saysTheStatusButNeverRepeatsTheBody() {
    int port = serve(request -> request.response().setStatusCode(500).end("internal secret"));

    assertThat(fetch("http://idp.example:" + port + "/"))
        .isEqualTo(
            new FetchOutcome.Failed(Failure.STATUS, "The address answered with status 500."));
  }

  @Test
  void saysThatNobodyListens() {
    int port = serve(request -> request.response().end());
    vertx.close().toCompletionStage().toCompletableFuture().join();
    Vertx other = Vertx.vertx();
    try {
      assertThat(failure(fetch(other, "http://idp.example:" + port + "/", new HttpClientOptions())))
          .isEqualTo(Failure.UNREACHABLE);
    } finally {
      other.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void refusesATlsCertificateThatNobodyTrusts() {
    int port = serveTls(SelfSignedCertificate.create("idp.example"));

    assertThat(failure(fetch("https://idp.example:" + port + "/"))).isEqualTo(Failure.TLS);
  }

  @Test
  void comparesTheTlsCertificateWithTheNameAndNotWithThePinnedAddress() {
    SelfSignedCertificate certificate = SelfSignedCertificate.create("idp.example");
    int port = serveTls(certificate);
    HttpClientOptions trusting =
        new HttpClientOptions().setTrustOptions(certificate.trustOptions());

    FetchOutcome right = fetch(vertx, "https://idp.example:" + port + "/", trusting);
    FetchOutcome wrong = fetch(vertx, "https://other.example:" + port + "/", trusting);

    assertThat(right).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(failure(wrong)).isEqualTo(Failure.TLS);
  }

  @Test
  void knowsWhichHostsLieWithinTheAllowList() {
    assertThat(allowed("127.0.0.1")).isTrue();
    assertThat(allowed("127.0.0.1", "8.8.8.8")).isFalse();
    assertThat(allowed("10.0.0.1")).isFalse();
  }

  private boolean allowed(String... addresses) {
    return new GuardedFetch(
            vertx,
            List.of("127.0.0.0/8"),
            name -> List.of(addresses).stream().map(InetAddress::ofLiteral).toList(),
            new HttpClientOptions(),
            Duration.ofSeconds(2))
        .isAllowedNetwork(URI.create("http://idp.example/sso"))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private int serve(io.vertx.core.Handler<HttpServerRequest> handler) {
    return listen(vertx.createHttpServer().requestHandler(handler));
  }

  private int serveTls(SelfSignedCertificate certificate) {
    HttpServerOptions options =
        new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate.keyCertOptions());
    return listen(
        vertx.createHttpServer(options).requestHandler(request -> request.response().end("ok")));
  }

  private static int listen(HttpServer server) {
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private FetchOutcome fetch(String address) {
    return fetch(vertx, address, new HttpClientOptions());
  }

  private FetchOutcome fetch(Vertx on, String address, HttpClientOptions options) {
    GuardedFetch fetch =
        new GuardedFetch(
            on,
            List.of("127.0.0.0/8"),
            name -> {
              resolutions.incrementAndGet();
              return List.of(InetAddress.ofLiteral("127.0.0.1"));
            },
            options,
            Duration.ofSeconds(2));
    return fetch.get(URI.create(address)).await().atMost(Duration.ofSeconds(10));
  }

  private static Failure failure(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    return ((FetchOutcome.Failed) outcome).reason();
  }
}
