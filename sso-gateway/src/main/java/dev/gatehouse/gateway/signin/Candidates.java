package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.signin.Selection.Candidate;
import dev.gatehouse.gateway.signin.Selection.Selectors;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** The routes that at least one selector matches. */
@Singleton
class Candidates {

  private static final String MATCHING =
      """
      select r.connection, r.organization, coalesce(r.organization_external_id, '') as external_id,
        r.email_domain, c.state ->> 'name' as name, coalesce(r.provider, '') as provider,
        c.epoch, c.version
      from route r join connection c on c.id = r.connection
      where r.connection = $1 or r.organization = $2 or r.organization_external_id = $2
        or r.email_domain = $3
      order by name, r.connection
      """;

  private final Pool pool;

  Candidates(Pool pool) {
    this.pool = pool;
  }

  Uni<List<Candidate>> matching(Selectors selectors) {
    return pool.preparedQuery(MATCHING)
        .execute(
            Tuple.of(
                selectors.connection().map(Id::toString).orElse(null),
                selectors.organization().orElse(null),
                selectors.emailDomain().orElse(null)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Candidates::candidate).toList());
  }

  private static Candidate candidate(Row row) {
    return new Candidate(
        Id.parse(IdKind.CONNECTION, row.getString("connection")),
        Id.parse(IdKind.ORGANIZATION, row.getString("organization")),
        row.getString("external_id"),
        row.getString("email_domain"),
        row.getString("name"),
        row.getString("provider"),
        row.getLong("epoch"),
        row.getLong("version"));
  }
}
