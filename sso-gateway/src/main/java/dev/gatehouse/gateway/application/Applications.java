package dev.gatehouse.gateway.application;

import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.gateway.application.Application.ClientType;
import dev.gatehouse.gateway.projection.Recent;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The applications in the database. */
@ApplicationScoped
public class Applications {

  private static final String COLUMNS =
      "id, name, client_type, redirect_uris, post_logout_redirect_uris, initiate_login_uri,"
          + " backchannel_logout_uri, backchannel_logout_session_required,"
          + " id_token_signed_response_alg, created_at, updated_at, version";

  private static final String BY_ID =
      "select " + COLUMNS + " from application where id = $1 and not deleted";

  private static final String LIST =
      "select "
          + COLUMNS
          + " from application a where not deleted and ($1::text is null or (created_at, id) >"
          + " (select created_at, id from application where id = $1)) order by created_at, id"
          + " limit $2";

  private static final String INSERT =
      "insert into application ("
          + COLUMNS
          + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

  private static final String UPDATE =
      """
      update application set name = $2, client_type = $3, redirect_uris = $4,
        post_logout_redirect_uris = $5, initiate_login_uri = $6, backchannel_logout_uri = $7,
        backchannel_logout_session_required = $8, id_token_signed_response_alg = $9,
        created_at = $10, updated_at = $11, version = $12
      where id = $1
      """;

  private static final String DELETE =
      "with gone as (delete from application_secret where application = $1)"
          + " update application set deleted = true where id = $1";

  /**
   * A condition of a statement that stores something: that the application with this id is still
   * the one in this version.
   */
  public static final String UNCHANGED =
      "exists (select from application p where p.id = $%d and p.version = $%d and not p.deleted)";

  private static final int REMEMBERED = 500;

  private final Pool pool;
  private final Recent<Id, Application> recent = new Recent<>(REMEMBERED);

  Applications(Pool pool) {
    this.pool = pool;
  }

  /** The application, unless it is unknown or deleted. */
  public Uni<Optional<Application>> byId(Id id) {
    return one(pool, BY_ID, id)
        .invoke(found ->
            found.ifPresentOrElse(
                application -> recent.put(id, application), () -> recent.remove(id)));
  }

  /** As it was found last; for those who go by it only as long as it is {@link #UNCHANGED}. */
  public Optional<Application> remembered(Id id) {
    return Optional.ofNullable(recent.get(id));
  }

  Uni<Optional<Application>> forChange(SqlClient connection, Id id) {
    return one(connection, BY_ID + " for update", id);
  }

  Uni<List<Application>> after(@Nullable Id id, int limit) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(id == null ? null : id.toString(), limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Applications::read).toList());
  }

  Uni<Void> insert(SqlClient connection, Application application) {
    return connection.preparedQuery(INSERT).execute(parameters(application)).replaceWithVoid();
  }

  Uni<Void> update(SqlClient connection, Application application) {
    return connection.preparedQuery(UPDATE).execute(parameters(application)).replaceWithVoid();
  }

  Uni<Void> delete(SqlClient connection, Id id) {
    return connection.preparedQuery(DELETE).execute(Tuple.of(id.toString())).replaceWithVoid();
  }

  private static Uni<Optional<Application>> one(SqlClient connection, String sql, Id id) {
    return connection
        .preparedQuery(sql)
        .execute(Tuple.of(id.toString()))
        .map(rows -> first(rows).map(Applications::read));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  private static Tuple parameters(Application application) {
    return Tuple.tuple()
        .addString(application.id().toString())
        .addString(application.name())
        .addString(application.clientType().name())
        .addArrayOfString(application.redirectUris().toArray(String[]::new))
        .addArrayOfString(application.postLogoutRedirectUris().toArray(String[]::new))
        .addString(application.initiateLoginUri())
        .addString(application.backchannelLogoutUri())
        .addBoolean(application.backchannelLogoutSessionRequired())
        .addString(application.idTokenSignedResponseAlg().name())
        .addOffsetDateTime(application.createdAt().atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(application.updatedAt().atOffset(ZoneOffset.UTC))
        .addLong(application.version());
  }

  private static Application read(Row row) {
    return new Application(
        Id.parse(IdKind.APPLICATION, row.getString("id")),
        row.getString("name"),
        ClientType.valueOf(row.getString("client_type")),
        List.of(row.getArrayOfStrings("redirect_uris")),
        List.of(row.getArrayOfStrings("post_logout_redirect_uris")),
        row.getString("initiate_login_uri"),
        row.getString("backchannel_logout_uri"),
        row.getBoolean("backchannel_logout_session_required"),
        Algorithm.valueOf(row.getString("id_token_signed_response_alg")),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant(),
        row.getLong("version"));
  }
}
