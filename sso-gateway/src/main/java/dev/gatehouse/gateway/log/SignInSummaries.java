package dev.gatehouse.gateway.log;

import dev.gatehouse.gateway.log.SignInSummary.ReasonCount;
import dev.gatehouse.gateway.log.SignInSummary.RecentPerson;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Counts sign-ins, of any number of organizations by one statement. */
@ApplicationScoped
class SignInSummaries {

  private static final Duration COUNTED = Duration.ofDays(7);
  private static final int MOST_PEOPLE = 20;

  private static final String SUMMARIES =
      """
      select o.id as organization, c.succeeded, c.failed, l.at as last_at, p.people, r.reasons
      from unnest($1::text[]) with ordinality as o (id, place)
      cross join lateral (
        select count(*) filter (where outcome = 'succeeded') as succeeded,
          count(*) filter (where outcome = 'failed') as failed
        from sign_in where organization = o.id and at >= $2) c
      left join lateral (
        select at from sign_in where organization = o.id and outcome = 'succeeded'
        order by at desc limit 1) l on true
      cross join lateral (select count(*) as people from person where organization = o.id) p
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'count', n)
          order by n desc, reason), '[]') as reasons
        from (
          select reason, count(*) as n from sign_in, unnest(reasons) as reason
          where organization = o.id and outcome = 'failed' and at >= $2
          group by reason order by n desc, reason limit 5) top) r
      order by o.place
      """;

  private static final String RECENT =
      """
      select person, email, at from (
        select distinct on (person) person, email, at from sign_in
        where organization = $1 and outcome = 'succeeded' and at >= $2 and person is not null
        order by person, at desc) latest
      order by at desc, person limit $3
      """;

  private final Pool pool;
  private final Clock clock;

  SignInSummaries(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** In the given order. */
  Uni<List<SignInSummary>> of(List<Id> organizations) {
    Instant since = clock.instant().minus(COUNTED);
    String[] ids = organizations.stream().map(Id::toString).toArray(String[]::new);
    return pool.preparedQuery(SUMMARIES)
        .execute(Tuple.of(ids, at(since)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> summary(row, since))
                .toList());
  }

  /** With the people who signed in lately. */
  Uni<SignInSummary> of(Id organization) {
    Instant since = clock.instant().minus(COUNTED);
    return of(List.of(organization))
        .flatMap(one ->
            pool.preparedQuery(RECENT)
                .execute(Tuple.of(organization.toString(), at(since), MOST_PEOPLE))
                .map(rows ->
                    one.getFirst()
                        .with(
                            StreamSupport.stream(rows.spliterator(), false)
                                .map(SignInSummaries::person)
                                .toList())));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static SignInSummary summary(Row row, Instant since) {
    OffsetDateTime last = row.getOffsetDateTime("last_at");
    return new SignInSummary(
        Id.parse(IdKind.ORGANIZATION, row.getString("organization")),
        since,
        row.getLong("succeeded"),
        row.getLong("failed"),
        row.getLong("people"),
        last == null ? null : last.toInstant(),
        reasons((JsonArray) row.getValue("reasons")),
        null);
  }

  private static List<ReasonCount> reasons(JsonArray stored) {
    return stored.stream()
        .map(JsonObject.class::cast)
        .map(one -> new ReasonCount(one.getString("reason"), one.getLong("count")))
        .toList();
  }

  private static RecentPerson person(Row row) {
    return new RecentPerson(
        Id.parse(IdKind.PERSON, row.getString("person")),
        row.getString("email"),
        row.getOffsetDateTime("at").toInstant());
  }
}
