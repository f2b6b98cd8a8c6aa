package dev.gatehouse.quickstart;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * One address for all services: {@code http://localhost}, on IPv4 and IPv6 loopback, forwarding by
 * prefix. What the caller claims about who forwarded the request is dropped, what is true is added.
 */
final class FrontDoor implements AutoCloseable {
  private static final List<String> LOOPBACKS = List.of(Ports.LOOPBACK, "::1");
  private static final Set<String> UNTRUSTED = Set.of("forwarded", "x-real-ip");
  private static final int CONNECTIONS = 512;

  private final Vertx vertx;
  private final HttpClient client;
  private final Map<Part, HttpProxy> proxies = new EnumMap<>(Part.class);
  private final FrontPage page;

  FrontDoor(ToIntFunction<Part> ports, FrontPage page) {
    this.page = page;
    this.vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(2_000).setDecompressionSupported(false),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    for (Part part : Part.values()) {
      if (part.isService()) {
        HttpProxy proxy = HttpProxy.reverseProxy(client);
        proxy.origin(ports.applyAsInt(part), Ports.LOOPBACK);
        proxy.addInterceptor(new Forwarding(part));
        proxies.put(part, proxy);
      }
    }
  }

  /** Listens on every loopback address that this machine has. */
  void open(int port) {
    int opened = 0;
    Throwable reason = null;
    for (String address : LOOPBACKS) {
      try {
        vertx
            // Plain HTTP/1.1: upgrading within a forwarded request loses the body's length.
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .requestHandler(this::handle)
            .listen(port, address)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
        opened++;
      } catch (java.util.concurrent.CompletionException notThisOne) {
        reason = notThisOne.getCause();
      }
    }
    if (opened == 0) {
      throw new Refusal("The front door cannot listen on port " + port + ": " + reason);
    }
  }

  private void handle(HttpServerRequest request) {
    String path = request.path() == null ? "/" : request.path();
    if (Routes.ambiguous(path)) {
      Problem.BAD_PATH.answer(request);
      return;
    }
    Routes.ownerOf(path)
        .map(proxies::get)
        .ifPresentOrElse(proxy -> proxy.handle(request), () -> page.answer(request, path));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Cleans the request's forwarding headers and answers for a service that does not. */
  private record Forwarding(Part part) implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      HttpServerRequest incoming = context.request().proxiedRequest();
      var headers = context.request().headers();
      for (String name : List.copyOf(headers.names())) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("x-forwarded-") || UNTRUSTED.contains(lower)) {
          headers.remove(name);
        }
      }
      headers.set("X-Forwarded-For", incoming.remoteAddress().hostAddress());
      headers.set("X-Forwarded-Proto", "http");
      if (incoming.authority() != null) {
        headers.set("X-Forwarded-Host", incoming.authority().toString());
        headers.set("X-Forwarded-Port", Integer.toString(incoming.localAddress().port()));
      }
      return context.sendRequest().recover(down -> Future.succeededFuture(unavailable(context)));
    }

    private ProxyResponse unavailable(ProxyContext context) {
      JsonObject problem = Problem.unavailable(part.id());
      return context
          .request()
          .release()
          .response()
          .setStatusCode(problem.getInteger("status"))
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .putHeader("Retry-After", "2")
          .setBody(Body.body(Buffer.buffer(problem.encode())));
    }
  }
}
