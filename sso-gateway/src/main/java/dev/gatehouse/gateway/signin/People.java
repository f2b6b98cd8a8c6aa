package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.Verdict.JudgedWith;
import dev.gatehouse.gateway.projection.Standing;
import dev.gatehouse.gateway.signin.FirstSignIn.Known;
import dev.gatehouse.gateway.signin.FirstSignIn.Member;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The people of organizations and the identities they sign in with. */
@Singleton
class People {

  /** One at a time for each address, so that two first sign-ins do not make two people. */
  private static final String ONE_AT_A_TIME =
      "select 1 from (select pg_advisory_xact_lock(hashtextextended($1, 0))) locked";

  private static final String IDENTIFIED =
      """
      select person from person_identity
      where connection = $1 and issuer = $2 and source = $3 and subject = $4
      """;

  private static final String MEMBERS =
      """
      select id, person from access_membership
      where organization = $1 and lower(email) = lower($2) and status = 'active'
      """;

  private static final String PEOPLE =
      """
      select p.id, p.member,
        exists (select from access_membership m
          where m.organization = p.organization and m.person = p.id) as joined,
        exists (select from person_identity i
          where i.person = p.id and i.connection = $3 and i.issuer = $4 and i.source = $5) as taken,
      """
          + Standing.blocked("p.organization", "p.id", "$2")
          + """
             as blocked
          from person p
          where p.organization = $1 and (lower(p.email) = lower($2) or p.id in (
            select m.person from access_membership m
            where m.organization = $1 and lower(m.email) = lower($2) and m.status = 'active'))
          """;

  private static final String CREATE =
      "insert into person (id, organization, email, member, created_at) values ($1, $2, $3, $4, $5)";

  private static final String IDENTIFY =
      """
      insert into person_identity (connection, issuer, source, subject, person, created_at)
      values ($1, $2, $3, $4, $5, $6)
      """;

  private static final String UPDATE =
      """
      update person set email = $2, member = $3
      where id = $1 and (email, member) is distinct from ($2, $3)
      """;

  /** An identity: who says so, and what it calls the person. */
  record Identity(Id connection, JudgedWith with, String subject) {
    Tuple parameters() {
      return Tuple.of(connection.toString(), with.issuer(), with.source(), subject);
    }
  }

  /** Waits until nobody else decides about this address, then says who the identity is by now. */
  Uni<Optional<Id>> alone(SqlClient connection, Id organization, String email, Identity identity) {
    String name = organization + " " + email.toLowerCase(java.util.Locale.ROOT);
    return connection
        .preparedQuery(ONE_AT_A_TIME)
        .execute(Tuple.of(name))
        .flatMap(_ -> connection.preparedQuery(IDENTIFIED).execute(identity.parameters()))
        .map(rows ->
            rows.size() == 0
                ? Optional.empty()
                : Optional.of(Id.parse(IdKind.PERSON, rows.iterator().next().getString(0))));
  }

  Uni<FirstSignIn> firstSignIn(
      SqlClient connection, Id organization, String email, Identity identity) {
    Uni<List<Member>> members =
        connection
            .preparedQuery(MEMBERS)
            .execute(Tuple.of(organization.toString(), email))
            .map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(People::member).toList());
    Tuple of =
        Tuple.of(
            organization.toString(),
            email,
            identity.connection().toString(),
            identity.with().issuer(),
            identity.with().source());
    return members.flatMap(found ->
        connection
            .preparedQuery(PEOPLE)
            .execute(of)
            .map(rows ->
                new FirstSignIn(
                    found,
                    StreamSupport.stream(rows.spliterator(), false).map(People::known).toList())));
  }

  Uni<Void> create(
      SqlClient connection,
      Id person,
      Id organization,
      String email,
      Optional<Id> member,
      Instant now) {
    return connection
        .preparedQuery(CREATE)
        .execute(
            Tuple.of(
                person.toString(),
                organization.toString(),
                email,
                member.map(Id::toString).orElse(null),
                now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Void> identify(SqlClient connection, Identity identity, Id person, Instant now) {
    return connection
        .preparedQuery(IDENTIFY)
        .execute(
            identity
                .parameters()
                .addString(person.toString())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Void> update(SqlClient connection, Id person, String email, Optional<Id> member) {
    return connection
        .preparedQuery(UPDATE)
        .execute(Tuple.of(person.toString(), email, member.map(Id::toString).orElse(null)))
        .replaceWithVoid();
  }

  private static Member member(Row row) {
    return new Member(
        Id.parse(IdKind.MEMBER, row.getString("id")),
        Optional.ofNullable(row.getString("person")).map(id -> Id.parse(IdKind.PERSON, id)));
  }

  private static Known known(Row row) {
    return new Known(
        Id.parse(IdKind.PERSON, row.getString("id")),
        Optional.ofNullable(row.getString("member")).map(id -> Id.parse(IdKind.MEMBER, id)),
        row.getBoolean("joined"),
        row.getBoolean("taken"),
        row.getBoolean("blocked"));
  }
}
