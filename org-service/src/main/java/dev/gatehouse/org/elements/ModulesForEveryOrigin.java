package dev.gatehouse.org.elements;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets pages of every origin load the modules, of which nothing is secret; browsers ask for module
 * scripts by CORS. Only reading it, and only those paths: for all else the check of registered
 * origins that follows decides.
 */
@Singleton
class ModulesForEveryOrigin {
  /** Quarkus' own check has 300; higher is earlier. */
  private static final int BEFORE_THE_CHECK_OF_ORIGINS = 400;

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final Set<String> PATHS =
      ElementsModules.NAMES.stream()
          .map(name -> "/elements/" + name)
          .collect(Collectors.toUnmodifiableSet());

  void register(@Observes Filters filters) {
    filters.register(ModulesForEveryOrigin::handle, BEFORE_THE_CHECK_OF_ORIGINS);
  }

  private static void handle(RoutingContext request) {
    if (READING.contains(request.request().method()) && PATHS.contains(request.request().path())) {
      // The answer is the same whoever asks, so who asks is nothing to judge by.
      request.request().headers().remove(HttpHeaders.ORIGIN);
    }
    request.next();
  }
}
