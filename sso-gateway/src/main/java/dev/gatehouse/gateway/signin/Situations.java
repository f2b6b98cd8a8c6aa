package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.projection.Standing;
import dev.gatehouse.gateway.signin.People.Identity;
import dev.gatehouse.saml.EmailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Consumes the request of an attempt and reads everything that decides about it, in one statement.
 * Of two browsers tabs, replicas or retries exactly one is the first.
 */
@Singleton
class Situations {

  /**
   * The common table expressions {@code known} and {@code now}: everything that decides, of {@link
   * #parameters}. Nothing else may decide, so that no way to a code asks less than another.
   */
  static final String NOW =
      """
      known as (
        select p.id, p.email, p.member
        from person_identity i join person p on p.id = i.person
        where i.connection = $3 and i.issuer = $4 and i.source = $5 and i.subject = $6),
      now as materialized (select
        o.id is null or o.deleted as organization_gone,
        c.status = 'active' as live,
        exists (
          select from suspension s where s.connection = c.id and s.lifted_at is null) as suspended,
        c.live_revision is not distinct from $7 as same_revision,
        (c.epoch, c.version) = ($11, $12) or not exists (
          select from unnest($10::text[]) used where not exists (
            select from jsonb_array_elements(c.state -> 'idpKeys') k
            where k ->> 'id' = used and k ->> 'trust' = 'trusted')) as keys_trusted,
        (select bool_or(r.lapsed) from route r
          where r.email_domain = $8 and r.organization = c.organization
            and r.connection = c.id) as lapsed,
      """
          + Standing.blocked("c.organization", "k.id", "$9")
          + """
             as blocked,
            k.id as person, k.email, k.member,
            exists (select from access_membership m
              where m.organization = c.organization and m.person = k.id) as joined,
            (select min(m.id) from access_membership m
              where m.organization = c.organization and lower(m.email) = lower($9)
                and m.person is null and m.status = 'active'
              having count(*) = 1) as invited
          from connection c
          left join access_organization o on o.id = c.organization
          left join known k on true
          where c.id = $3)
          """;

  private static final String CONSUME =
      """
      with done as (
        update sign_in_attempt set finished_at = $2, verdict = null
        where id = $1 and finished_at is null
        returning 1),
      """
          + NOW
          + " select exists (select from done) as first, now.* from now";

  /** Empty if the connection is not known at all. */
  Uni<Optional<Situation>> consume(
      SqlClient connection, Attempt attempt, Identity identity, EmailAddress email, Instant now) {
    return connection
        .preparedQuery(CONSUME)
        .execute(parameters(attempt, identity, email, now))
        .map(rows ->
            rows.size() == 0
                ? Optional.empty()
                : Optional.of(Situation.of(rows.iterator().next())));
  }

  /** The values of {@link #NOW}, $1 to $12; the attempt is $1 and the time $2. */
  static Tuple parameters(Attempt attempt, Identity identity, EmailAddress email, Instant now) {
    return Tuple.tuple()
        .addString(attempt.id().toString())
        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
        .addString(attempt.connection().toString())
        .addString(identity.with().issuer())
        .addString(identity.with().source())
        .addString(identity.subject())
        .addString(attempt.revision().toString())
        .addString(email.domain())
        .addString(email.value())
        .addArrayOfString(identity.with().keys().toArray(String[]::new))
        .addLong(identity.with().epoch())
        .addLong(identity.with().version());
  }
}
