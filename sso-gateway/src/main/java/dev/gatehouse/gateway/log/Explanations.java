package dev.gatehouse.gateway.log;

import dev.gatehouse.failure.ConnectionFailures;
import dev.gatehouse.failure.FailureCatalogues;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.ids.Id;
import dev.gatehouse.languages.Language;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What to change after a failure: in the console of a connection's provider, with its values. */
@ApplicationScoped
public class Explanations {

  private static final String DOMAINS =
      "select distinct email_domain from route where connection = $1 order by email_domain";

  private final FailureCatalogues catalogues = FailureCatalogues.load();
  private final Connections connections;
  private final Pool pool;

  Explanations(Connections connections, Pool pool) {
    this.connections = connections;
    this.pool = pool;
  }

  /** General words, where the connection was never known or is gone. */
  ConnectionFailures ofNobody(Language language) {
    return catalogues.in(language).of("", Map.of());
  }

  /** For the administrators of this connection; in general words if it is gone. */
  public Uni<ConnectionFailures> of(Id connection, Language language) {
    return connections
        .known(connection)
        .flatMap(found ->
            found.isEmpty()
                ? Uni.createFrom().item(ofNobody(language))
                : domains(connection).map(domains -> failures(found.get(), domains, language)));
  }

  private ConnectionFailures failures(
      KnownConnection connection, String domains, Language language) {
    KnownConnection.ServiceProvider ours = connection.serviceProvider();
    Map<String, String> values = new HashMap<>();
    values.put("entityId", ours.entityId());
    values.put("acsUrl", ours.acsUrl());
    values.put("emailDomains", domains);
    Optional.ofNullable(ours.redirectUri()).ifPresent(uri -> values.put("redirectUri", uri));
    return catalogues.in(language).of(connection.provider(), values);
  }

  private Uni<String> domains(Id connection) {
    return pool.preparedQuery(DOMAINS)
        .execute(Tuple.of(connection.toString()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining(", ")));
  }
}
