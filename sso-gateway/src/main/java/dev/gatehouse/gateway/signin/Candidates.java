package dev.gatehouse.gateway.signin;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.gateway.projection.Recent;
import dev.gatehouse.gateway.signin.Selection.Candidate;
import dev.gatehouse.gateway.signin.Selection.Selectors;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The routes that at least one selector matches. */
@Singleton
class Candidates {

  private static final int REMEMBERED = 2_000;

  /** A connection may have hundreds of domains, and anybody may ask for it. */
  private static final int FEW = 20;

  private static final String COLUMNS =
      """
      r.connection, r.organization, coalesce(r.organization_external_id, '') as external_id,
        r.email_domain, c.state ->> 'name' as name, coalesce(r.provider, '') as provider,
        c.epoch, c.version\
      """;

  /** All that the choice among candidates and the connection's version depend on. */
  private static final String FINGERPRINT =
      """
      concat_ws(' ', r.connection, r.organization, r.email_domain, c.epoch, c.version,
        coalesce(r.organization_external_id, '')) as fingerprint\
      """;

  private static final String ROUTES =
      " from route r join connection c on c.id = r.connection where ";

  private final Pool pool;
  private final Recent<Selectors, List<Candidate>> recent = new Recent<>(REMEMBERED);

  Candidates(Pool pool) {
    this.pool = pool;
  }

  Uni<List<Candidate>> matching(Selectors selectors) {
    return pool.preparedQuery(select(COLUMNS, selectors, 1) + " order by name, connection")
        .execute(Tuple.tuple(values(selectors)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Candidates::candidate).toList())
        .invoke(found -> remember(selectors, found));
  }

  /** What was found last, if that led straight on; see {@link #unchanged}. */
  Optional<List<Candidate>> remembered(Selectors selectors) {
    return Optional.ofNullable(recent.get(selectors));
  }

  /** Only what leads straight on; anything else, and what is gone, is read every time. */
  private void remember(Selectors selectors, List<Candidate> found) {
    if (selectors.among(found) instanceof Selection.One && found.size() <= FEW) {
      recent.put(selectors, found);
    } else {
      recent.remove(selectors);
    }
  }

  /**
   * A condition, that what is found now is the same as what was found; its parameters, from this
   * number on, are {@link #unchanged(Selectors, List)}.
   */
  static String unchanged(Selectors selectors, int parameter) {
    List<Object> values = values(selectors);
    return "array("
        + select(FINGERPRINT, selectors, parameter)
        + " order by fingerprint) = $"
        + (parameter + values.size())
        + "::text[]";
  }

  static List<Object> unchanged(Selectors selectors, List<Candidate> found) {
    List<Object> values = new ArrayList<>(values(selectors));
    values.add(
        found.stream().map(Candidates::fingerprint).distinct().sorted().toArray(String[]::new));
    return values;
  }

  private static String fingerprint(Candidate candidate) {
    return String.join(
        " ",
        candidate.connection().toString(),
        candidate.organization().toString(),
        candidate.emailDomain(),
        Long.toString(candidate.epoch()),
        Long.toString(candidate.version()),
        candidate.organizationExternalId());
  }

  /**
   * A query for each selector, so that each uses an index: joined by {@code or} they would go
   * through all routes that there are.
   */
  private static String select(String columns, Selectors selectors, int parameter) {
    List<String> conditions = new ArrayList<>();
    int next = parameter;
    if (selectors.connection().isPresent()) {
      conditions.add("r.connection = $" + next++);
    }
    if (selectors.organization().isPresent()) {
      conditions.add("r.organization = $" + next);
      conditions.add("r.organization_external_id = $" + next++);
    }
    if (selectors.emailDomain().isPresent()) {
      conditions.add("r.email_domain = $" + next);
    }
    return conditions.stream()
        .map(condition -> "select " + columns + ROUTES + condition)
        .collect(joining(" union "));
  }

  private static List<Object> values(Selectors selectors) {
    return Stream.of(
            selectors.connection().map(Id::toString),
            selectors.organization(),
            selectors.emailDomain())
        .flatMap(Optional::stream)
        .<Object>map(value -> value)
        .toList();
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
