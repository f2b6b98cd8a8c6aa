package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.logout.Deliveries.Ended;
import dev.gatehouse.gateway.openid.IdTokenHint;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.session.IdpSession;
import dev.gatehouse.gateway.session.IdpSessions;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Ends sessions: in one transaction they are forgotten and their applications will be told. */
@ApplicationScoped
class EndSessions {

  private static final String END_OWN =
      """
      with own as (
        delete from application_session where id = $1 and application = $2 and person = $3
        returning id, application, person, connection, idp_session
      )
      select own.*, a.backchannel_logout_uri is not null as reachable
      from own left join application a on a.id = own.application and not a.deleted
      """;

  /** Those that cannot be told stay, so that a later logout from them still leads somewhere. */
  private static final String END_OTHERS =
      """
      delete from application_session s using application a
      where s.person = $1 and s.connection = $2 and s.application <> $3 and a.id = s.application
        and not a.deleted and a.backchannel_logout_uri is not null
      returning s.id, s.application, s.person
      """;

  private static final String OF_NAME =
      """
      select s.id, s.application, s.person, s.idp_session,
        a.backchannel_logout_uri is not null as reachable
      from application_session s left join application a on a.id = s.application and not a.deleted
      where s.connection = $1 and (s.idp_session_key = $2 or s.idp_session_sid_key = $3)
      for update of s
      """;

  private static final String END = "delete from application_session where id = any ($1)";

  /** A message counts once, like an assertion. */
  private static final String USE =
      """
      insert into used_assertion (connection, assertion, until) values ($1, $2, $3)
      on conflict do nothing
      """;

  private final Pool pool;
  private final Deliveries deliveries;
  private final IdpSessions sessions;

  EndSessions(Pool pool, Deliveries deliveries, IdpSessions sessions) {
    this.pool = pool;
    this.deliveries = deliveries;
    this.sessions = sessions;
  }

  /**
   * The session that an application ended.
   *
   * @param idp what ends it at the identity provider; empty where nothing is known of it
   */
  record Own(Id signIn, Id connection, Optional<IdpSession> idp) {}

  /**
   * What an identity provider said has ended, and proved that it said it.
   *
   * @param once the message's own name; empty where it does no harm to believe it again
   * @param person the identity provider's name for whom it signed out; empty where it only names
   *     the session
   * @param sessions those that ended; empty means all of the person's
   */
  record Ending(Optional<Once> once, Optional<String> person, List<String> sessions) {

    /** Makes a message count once. */
    record Once(String name, Instant until) {}
  }

  /** What became of an identity provider's request. */
  sealed interface Outcome {

    /**
     * @param sessions how many were found
     * @param everywhere whether every application with one will be told
     */
    record Done(int sessions, boolean everywhere) implements Outcome {}

    /** The very request was used before. */
    record Replayed() implements Outcome {}
  }

  /**
   * The application has ended its session; the person's sessions at other applications over the
   * same connection end with it. The application that began is told like the others (Back-Channel
   * Logout 1.0 section 2.5 excepts nobody): where it runs on several nodes, not all of them know.
   * Empty when nothing is known of the session any more.
   */
  Uni<Optional<Own>> atApplication(IdTokenHint hint) {
    return pool.withTransaction(connection ->
        connection
            .preparedQuery(END_OWN)
            .execute(
                Tuple.of(
                    hint.sid().toString(), hint.application().toString(), hint.person().toString()))
            .map(EndSessions::rows)
            .call(rows -> deliveries.add(connection, reachable(rows)))
            .map(rows -> rows.stream().findFirst().map(this::own))
            .call(own ->
                own.isEmpty() ? Uni.createFrom().voidItem() : others(connection, hint, own.get())));
  }

  private Uni<Void> others(SqlConnection connection, IdTokenHint hint, Own own) {
    return connection
        .preparedQuery(END_OTHERS)
        .execute(
            Tuple.of(
                hint.person().toString(),
                own.connection().toString(),
                hint.application().toString()))
        .flatMap(rows ->
            deliveries.add(connection, rows(rows).stream().map(EndSessions::ended).toList()));
  }

  /** The identity provider ended the sessions of a person, or some of them. */
  Uni<Outcome> atIdentityProvider(KnownConnection known, Ending ending) {
    return pool.withTransaction(connection ->
        isFirst(connection, known, ending)
            .flatMap(first ->
                first
                    ? end(connection, known, ending)
                    : Uni.createFrom().item(new Outcome.Replayed())));
  }

  private static Uni<Boolean> isFirst(
      SqlConnection connection, KnownConnection known, Ending ending) {
    return ending.once().isEmpty()
        ? Uni.createFrom().item(true)
        : connection
            .preparedQuery(USE)
            .execute(
                Tuple.of(
                    known.id().toString(),
                    "logout/" + ending.once().get().name(),
                    ending.once().get().until().atOffset(ZoneOffset.UTC)))
            .map(used -> used.rowCount() == 1);
  }

  private Uni<Outcome> end(SqlConnection connection, KnownConnection known, Ending ending) {
    boolean byPerson = ending.person().isPresent();
    return connection
        .preparedQuery(OF_NAME)
        .execute(
            Tuple.of(
                known.id().toString(),
                ending.person().map(name -> sessions.key(known.id(), name)).orElse(null),
                ending.sessions().stream()
                    .filter(_ -> !byPerson)
                    .findFirst()
                    .map(name -> sessions.key(known.id(), name))
                    .orElse(null)))
        .map(rows -> rows(rows).stream().filter(row -> isMeant(row, ending)).toList())
        .call(meant ->
            connection
                .preparedQuery(END)
                .execute(
                    Tuple.tuple()
                        .addArrayOfString(
                            meant.stream().map(row -> row.getString("id")).toArray(String[]::new))))
        .call(meant -> deliveries.add(connection, reachable(meant)))
        .map(meant ->
            new Outcome.Done(
                meant.size(), meant.stream().allMatch(row -> row.getBoolean("reachable"))));
  }

  /**
   * SAML Core 3.7.1, and Back-Channel Logout 1.0 section 2.4: without a name of a session all of
   * the person's; a session that has none matches all.
   */
  private boolean isMeant(Row row, Ending ending) {
    String index =
        sessions
            .open(Id.parse(IdKind.SIGN_IN, row.getString("id")), row.getString("idp_session"))
            .sessionIndex();
    return ending.sessions().isEmpty() || index == null || ending.sessions().contains(index);
  }

  private Own own(Row row) {
    Id signIn = Id.parse(IdKind.SIGN_IN, row.getString("id"));
    return new Own(
        signIn,
        Id.parse(IdKind.CONNECTION, row.getString("connection")),
        Optional.ofNullable(row.getString("idp_session"))
            .map(sealed -> sessions.open(signIn, sealed)));
  }

  private static List<Ended> reachable(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.getBoolean("reachable"))
        .map(EndSessions::ended)
        .toList();
  }

  private static Ended ended(Row row) {
    return new Ended(row.getString("application"), row.getString("person"), row.getString("id"));
  }

  private static List<Row> rows(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
