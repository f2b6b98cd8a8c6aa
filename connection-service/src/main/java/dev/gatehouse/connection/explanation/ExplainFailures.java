package dev.gatehouse.connection.explanation;

import dev.gatehouse.connection.connection.AssignedDomain;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.ServiceProvider;
import dev.gatehouse.failure.ConnectionFailures;
import dev.gatehouse.failure.FailureCatalogues;
import dev.gatehouse.languages.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Explains failures in a provider's console, with the values of a connection where one is meant.
 */
@ApplicationScoped
public class ExplainFailures {

  private final FailureCatalogues catalogues = FailureCatalogues.load();

  /** The failures of this connection. */
  public ConnectionFailures of(ConnectionSnapshot connection, Language language) {
    ServiceProvider ours = connection.serviceProvider();
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "acsUrl", ours.acsUrl(),
                "entityId", ours.entityId(),
                "emailDomains", domains(connection)));
    if (ours.redirectUri() != null) {
      values.put("redirectUri", ours.redirectUri());
    }
    return catalogues.in(language).of(connection.provider(), values);
  }

  /** The failures of any connection to this provider. */
  ConnectionFailures of(String provider, Language language) {
    return catalogues.in(language).of(provider, Map.of());
  }

  private static String domains(ConnectionSnapshot connection) {
    return connection.domains().stream()
        .filter(AssignedDomain::verified)
        .map(AssignedDomain::name)
        .filter(Objects::nonNull)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
