package dev.gatehouse.gateway.page;

import dev.gatehouse.languages.Language;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The language of pages: what the application asked for by {@code ui_locales}, else what the
 * browser asks for. The application's wish stays in the browser, where it is worth nothing to
 * anybody else, and not with the sign-in, which would cost a column; so of two applications at once
 * the later one's wish counts.
 */
@ApplicationScoped
public class PageLanguage {

  private static final String LANGUAGE = PageLanguage.class.getName();

  /** As long as a sign-in may take, with a page left open over lunch. */
  private static final Duration LIFETIME = Duration.ofHours(2);

  private final CurrentVertxRequest current;
  private final boolean https;
  private final String cookie;

  PageLanguage(
      CurrentVertxRequest current,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.current = current;
    this.https = publicUrl.startsWith("https:");
    this.cookie = (https ? "__Host-" : "") + "gh_language";
  }

  /** Of the page that answers the request which is being worked on. */
  public Language current() {
    @Nullable RoutingContext exchange = exchange();
    if (exchange == null) {
      return Language.ENGLISH;
    }
    @Nullable Language known = exchange.get(LANGUAGE);
    if (known != null) {
      return known;
    }
    Language language = of(exchange.request());
    exchange.put(LANGUAGE, language);
    return language;
  }

  /** Of the page that answers this request. */
  public Language of(HttpServerRequest request) {
    return wish(request).orElseGet(() -> Language.fromString(accepted(request)));
  }

  /**
   * An application sends somebody.
   *
   * @param uiLocales what it asks for (OpenID Connect Core 3.1.2.1, RP-Initiated Logout 2); null
   *     asks for nothing, and ends what was asked for before
   */
  public void prefer(@Nullable String uiLocales) {
    @Nullable RoutingContext exchange = exchange();
    if (exchange == null) {
      return;
    }
    Optional<Language> wish = Optional.ofNullable(uiLocales).flatMap(Language::preferredIn);
    if (wish.isPresent()) {
      exchange.put(LANGUAGE, wish.get());
      keep(exchange, wish.get().tag(), LIFETIME);
    } else if (wish(exchange.request()).isPresent()) {
      exchange.put(LANGUAGE, Language.fromString(accepted(exchange.request())));
      keep(exchange, "", Duration.ZERO);
    }
  }

  /** Null where no request is being answered. */
  private @Nullable RoutingContext exchange() {
    return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
  }

  private Optional<Language> wish(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(cookie))
        .flatMap(kept -> Language.tagged(kept.getValue()));
  }

  private static String accepted(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), "");
  }

  private void keep(RoutingContext exchange, String value, Duration lifetime) {
    exchange
        .response()
        .addCookie(
            Cookie.cookie(cookie, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(https)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(lifetime.toSeconds()));
  }
}
