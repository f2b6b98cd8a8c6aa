package dev.gatehouse.gateway.log;

import dev.gatehouse.failure.ConnectionFailures;
import dev.gatehouse.failure.FailureCatalogue;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Explains failed sign-ins when they are read, so that better words reach old failures too: in the
 * console of the connection's provider, with the connection's values.
 */
@ApplicationScoped
class ExplainSignIns {

  private static final String DOMAINS =
      "select distinct email_domain from route where connection = $1 order by email_domain";

  private final FailureCatalogue catalogue = FailureCatalogue.load();
  private final Connections connections;
  private final Pool pool;

  ExplainSignIns(Connections connections, Pool pool) {
    this.connections = connections;
    this.pool = pool;
  }

  Uni<ExplainedSignIn> explain(LoggedSignIn signIn) {
    return explain(List.of(signIn)).map(List::getFirst);
  }

  Uni<List<ExplainedSignIn>> explain(List<LoggedSignIn> signIns) {
    List<Id> concerned =
        signIns.stream()
            .filter(signIn -> !signIn.findings().isEmpty())
            .map(LoggedSignIn::connection)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return Multi.createFrom()
        .iterable(concerned)
        .onItem()
        .transformToUniAndConcatenate(id -> failuresOf(id).map(known -> Map.entry(id, known)))
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(known -> signIns.stream().map(signIn -> explained(signIn, known)).toList());
  }

  private ExplainedSignIn explained(LoggedSignIn signIn, Map<Id, ConnectionFailures> known) {
    @Nullable Id connection = signIn.connection();
    @Nullable ConnectionFailures own = connection == null ? null : known.get(connection);
    ConnectionFailures failures = own == null ? ofNobody() : own;
    return ExplainedSignIn.of(
        signIn,
        signIn.findings().stream()
            .map(finding ->
                failures.explain(finding.reason(), finding.expected(), finding.received()))
            .toList());
  }

  /** General words, where the connection was never known or is gone. */
  private ConnectionFailures ofNobody() {
    return catalogue.of("", Map.of());
  }

  private Uni<ConnectionFailures> failuresOf(Id id) {
    return connections
        .known(id)
        .flatMap(found ->
            found.isEmpty()
                ? Uni.createFrom().item(ofNobody())
                : domains(id).map(domains -> failures(found.get(), domains)));
  }

  private ConnectionFailures failures(KnownConnection connection, String domains) {
    KnownConnection.ServiceProvider ours = connection.serviceProvider();
    Map<String, String> values = new HashMap<>();
    values.put("entityId", ours.entityId());
    values.put("acsUrl", ours.acsUrl());
    values.put("emailDomains", domains);
    Optional.ofNullable(ours.redirectUri()).ifPresent(uri -> values.put("redirectUri", uri));
    return catalogue.of(connection.provider(), values);
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
