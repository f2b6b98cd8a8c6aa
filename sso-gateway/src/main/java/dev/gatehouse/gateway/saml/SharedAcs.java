package dev.gatehouse.gateway.saml;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses at which identity providers post responses for several connections: those of the vendor
 * that a platform moved in from, so that its customers need not touch their consoles.
 */
@Singleton
class SharedAcs {

  /** Where they are taken in; nothing is there for whoever asks for it directly. */
  static final String PATH = "/saml/shared/acs";

  private static final int BEFORE_ROUTING = 200;
  private static final String CAME_FOR = SharedAcs.class.getName();
  private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");
  private static final Set<String> OURS =
      Set.of("saml", "oidc", "oauth2", "sign-in", "test-runs", "v1", "q", ".well-known", "errors");

  private final Set<String> paths;

  SharedAcs(@ConfigProperty(name = "gatehouse.shared-acs-paths") Optional<Set<String>> paths) {
    this.paths = paths.orElseGet(Set::of);
    this.paths.forEach(SharedAcs::require);
  }

  private static void require(String path) {
    if (!PLAIN.matcher(path).matches() || OURS.contains(path.split("/", 3)[1])) {
      throw new IllegalStateException(
          "GATEHOUSE_SHARED_ACS_PATHS lists plain paths that are not Gatehouse's own, not " + path);
    }
  }

  void register(@Observes Filters filters) {
    if (!paths.isEmpty()) {
      filters.register(this::handle, BEFORE_ROUTING);
    }
  }

  private void handle(RoutingContext request) {
    String path = request.normalizedPath();
    if (request.request().method() == HttpMethod.POST && paths.contains(path)) {
      request.put(CAME_FOR, path);
      request.reroute(PATH);
    } else {
      request.next();
    }
  }

  /** The listed path that was posted to; empty for whoever asked for {@link #PATH} itself. */
  static Optional<String> postedTo(RoutingContext request) {
    return Optional.ofNullable(request.get(CAME_FOR));
  }
}
