package dev.gatehouse.fetch;

import dev.gatehouse.fetch.FetchOutcome.Failed;
import dev.gatehouse.fetch.FetchOutcome.Failure;
import dev.gatehouse.fetch.FetchOutcome.Refused;
import dev.gatehouse.fetch.PostOutcome.Answered;
import dev.gatehouse.languages.Sentence;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/** The course of one fetch: resolve, judge, connect to the pinned address, read within bounds. */
final class OneFetch {

  private static final int MOST_BYTES = 1024 * 1024;

  private final Vertx vertx;
  private final Reach reach;
  private final GuardedFetch.Names names;
  private final HttpClient client;
  private final Target target;
  private final Message message;
  private final Consumer<PostOutcome> done;
  private final Buffer body = Buffer.buffer();
  // The timer may fire on another thread than the answer, when nobody called from Vert.x.
  private final AtomicBoolean finished = new AtomicBoolean();
  private long timer;

  OneFetch(
      Vertx vertx,
      Reach reach,
      GuardedFetch.Names names,
      HttpClientOptions options,
      Target target,
      Message message,
      Consumer<PostOutcome> done) {
    this.vertx = vertx;
    this.reach = reach;
    this.names = names;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions(options)
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setVerifyHost(true));
    this.target = target;
    this.message = message;
    this.done = done;
  }

  /** The deadline covers everything, so a server that drips cannot hold us longer. */
  void start(Duration deadline) {
    timer = vertx.setTimer(deadline.toMillis(), late -> fail(Failure.TIMEOUT));
    vertx
        .executeBlocking(() -> names.resolve(target.host()), false)
        .onSuccess(this::judge)
        .onFailure(this::explain);
  }

  private void judge(List<InetAddress> addresses) {
    switch (target.at(addresses, reach)) {
      case Target.Judged.Bad bad -> finish(new Refused(bad.reason()));
      case Target.Judged.Good good -> request(Target.pin(addresses));
    }
  }

  private void request(InetAddress pinned) {
    if (finished.get()) {
      return;
    }
    RequestOptions request =
        new RequestOptions()
            .setMethod(message.form().isPresent() ? HttpMethod.POST : HttpMethod.GET)
            .setServer(SocketAddress.inetSocketAddress(target.port(), pinned.getHostAddress()))
            .setHost(target.host())
            .setPort(target.port())
            .setSsl(target.https())
            .setURI(target.path())
            .setFollowRedirects(false)
            .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity")
            .putHeader(HttpHeaders.USER_AGENT, "Gatehouse");
    message.authorization().ifPresent(it -> request.putHeader(HttpHeaders.AUTHORIZATION, it));
    message
        .form()
        .ifPresent(it ->
            request
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpHeaders.APPLICATION_X_WWW_FORM_URLENCODED)
                .putHeader(HttpHeaders.ACCEPT, "application/json"));
    client
        .request(request)
        .compose(ready -> message.form().map(ready::send).orElseGet(ready::send))
        .onSuccess(this::read)
        .onFailure(this::explain);
  }

  private void read(HttpClientResponse response) {
    int status = response.statusCode();
    String encoding = response.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (status >= 300 && status < 400) {
      fail(Failure.REDIRECT);
    } else if (!message.reads(status)) {
      fail(Failure.STATUS, status);
    } else if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      fail(Failure.ENCODED);
    } else {
      String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
      response
          .exceptionHandler(this::explain)
          .endHandler(
              end -> finish(new Answered(status, body.getBytes(), type == null ? "" : type)))
          .handler(this::take);
    }
  }

  private void take(Buffer part) {
    if (finished.get()) {
      return;
    }
    if (body.length() + part.length() > MOST_BYTES) {
      fail(Failure.TOO_LARGE);
    } else {
      body.appendBuffer(part);
    }
  }

  private void explain(Throwable cause) {
    switch (cause) {
      case UnknownHostException unknown -> fail(Failure.UNRESOLVABLE);
      case SSLException untrusted -> fail(Failure.TLS);
      default -> fail(Failure.UNREACHABLE);
    }
  }

  private void fail(Failure reason, Object... values) {
    finish(new Failed(reason, new Sentence(reason.text()).with(values)));
  }

  /** Closing the client drops the connection, whatever still comes. */
  private void finish(PostOutcome outcome) {
    if (!finished.compareAndSet(false, true)) {
      return;
    }
    vertx.cancelTimer(timer);
    client.close();
    done.accept(outcome);
  }
}
