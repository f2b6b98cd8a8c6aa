package dev.gatehouse.gateway.admission;

import dev.gatehouse.gateway.page.PageLanguage;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
import dev.gatehouse.languages.Language;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
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
  private final PageLanguage languages;
  private volatile Map<Language, String> tooLarge = Map.of();
  private volatile Map<Language, String> tooMany = Map.of();

  RefuseFloods(AnswerLimits limits, AnswerRates rates, Pages pages, PageLanguage languages) {
    this.limits = limits;
    this.rates = rates;
    this.pages = pages;
    this.languages = languages;
  }

  void write(@Observes StartupEvent start) {
    tooLarge = pages(Pages.TOO_LARGE);
    tooMany = pages(Pages.TOO_MANY);
  }

  private Map<Language, String> pages(Refusal refusal) {
    Map<Language, String> made = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      made.put(language, pages.html(refusal, language).await().atMost(AT_START));
    }
    return made;
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
      refuse(exchange, TOO_LARGE, tooLarge);
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
        refuse(exchange, TOO_MANY, tooMany);
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

  private void refuse(RoutingContext exchange, int status, Map<Language, String> made) {
    Language language = languages.of(exchange.request());
    HttpServerResponse response = exchange.response();
    Pages.HEADERS.forEach(response::putHeader);
    response
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .setStatusCode(status)
        .end(made.getOrDefault(language, ""));
  }
}
