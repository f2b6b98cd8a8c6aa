package dev.gatehouse.gateway.admission;

import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first look at an answer, before its body is read and before anything is asked of the
 * database: is it of a bearable length, and not one too many of its connection or its sender. The
 * pages are made once, at the start: refusing has to cost next to nothing.
 */
@Singleton
class RefuseFloods {

  private static final int AFTER_CORS = 290;
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY = 429;
  private static final Duration AT_START = Duration.ofSeconds(30);

  /** Everything under a connection's address but its metadata, which is only read. */
  private static final Pattern ANSWER =
      Pattern.compile("/(?:saml|oidc)/([a-z0-9]{26})/(?!metadata(?:[/;]|$)).*");

  /** Where answers for several connections are taken in; whose they are is not known yet. */
  private static final String SHARED = "/saml/shared/acs";

  private final AnswerLimits limits;
  private final AnswerRates rates;
  private final Pages pages;
  private volatile String tooLarge = "";
  private volatile String tooMany = "";

  RefuseFloods(AnswerLimits limits, AnswerRates rates, Pages pages) {
    this.limits = limits;
    this.rates = rates;
    this.pages = pages;
  }

  void write(@Observes StartupEvent start) {
    tooLarge = page(Pages.TOO_LARGE);
    tooMany = page(Pages.TOO_MANY);
  }

  private String page(Refusal refusal) {
    return pages.html(refusal).await().atMost(AT_START);
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, AFTER_CORS);
  }

  private void handle(RoutingContext exchange) {
    String path = exchange.normalizedPath();
    Matcher answer = ANSWER.matcher(path);
    boolean own = answer.matches();
    if (!own && !path.equals(SHARED)) {
      exchange.next();
    } else if (length(exchange.request()) > limits.longest()) {
      refuse(exchange.response(), TOO_LARGE, tooLarge);
    } else {
      String sender = sender(exchange.request());
      Optional<Duration> wait =
          own ? rates.take(answer.group(1), sender) : rates.takeOf(sender, SHARED);
      if (wait.isEmpty()) {
        exchange.next();
      } else {
        exchange
            .response()
            .putHeader("Retry-After", Long.toString(Math.max(1, wait.get().toSeconds())));
        refuse(exchange.response(), TOO_MANY, tooMany);
      }
    }
  }

  private static String sender(HttpServerRequest request) {
    return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
  }

  private static long length(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException unreadable) {
      return Long.MAX_VALUE;
    }
  }

  private static void refuse(HttpServerResponse response, int status, String page) {
    Pages.HEADERS.forEach(response::putHeader);
    response.setStatusCode(status).end(page);
  }
}
