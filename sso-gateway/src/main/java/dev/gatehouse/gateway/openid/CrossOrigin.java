package dev.gatehouse.gateway.openid;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * CORS, path by path, never with credentials. What everybody may read is open to every origin, what
 * takes a token to the registered ones, and the pages that people visit, {@code authorize} above
 * all, to none (RFC 9700 section 2.6).
 */
@Singleton
class CrossOrigin {

  private static final int BEFORE_EVERYTHING_ELSE = 300;
  private static final Set<String> PUBLIC =
      Set.of("/.well-known/openid-configuration", "/oauth2/jwks");
  private static final Set<String> FOR_REGISTERED = Set.of("/oauth2/token", "/oauth2/userinfo");

  private final Set<String> registered;

  CrossOrigin(@ConfigProperty(name = "gatehouse.cors-origins") Optional<Set<String>> registered) {
    this.registered = registered.orElseGet(Set::of);
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_EVERYTHING_ELSE);
  }

  private void handle(RoutingContext request) {
    String origin = request.request().getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      request.next();
      return;
    }
    String path = request.normalizedPath();
    if (PUBLIC.contains(path)) {
      allow(request, "*");
    } else if (FOR_REGISTERED.contains(path) || path.startsWith("/v1/")) {
      request.response().putHeader(HttpHeaders.VARY, "Origin");
      if (registered.contains(origin)) {
        allow(request, origin);
      } else {
        request.next();
      }
    } else {
      request.next();
    }
  }

  private static void allow(RoutingContext request, String origin) {
    HttpServerResponse response = request.response();
    response
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Location, Retry-After");
    if (request.request().method() == HttpMethod.OPTIONS
        && request.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
      response
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE")
          .putHeader(
              HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
              "Authorization, Content-Type, If-Match, Idempotency-Key, traceparent")
          .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
          .setStatusCode(204)
          .end();
    } else {
      request.next();
    }
  }
}
