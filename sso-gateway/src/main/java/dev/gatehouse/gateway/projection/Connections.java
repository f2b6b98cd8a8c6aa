package dev.gatehouse.gateway.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Connections and where email domains lead. Every answer reads the database; only what can never
 * change, the content of one version or revision, is remembered.
 *
 * <p>Transactions that decide read the view {@code route} themselves: a row for (email_domain,
 * organization, connection, revision) says that domain, ownership, assignment, organization,
 * connection and suspension all allow it; {@code lapsed} admits only people already known. Whether
 * the person is kept out is {@link Standing#blocked}.
 */
@ApplicationScoped
public class Connections {

  private static final int REMEMBERED = 2_000;

  private static final String BY_ID =
      """
      select c.epoch, c.version,
        case when c.epoch = $2 and c.version = $3 then null else c.state::text end as state,
        c.status = 'active' and not o.deleted and not exists (
          select from suspension s where s.connection = c.id and s.lifted_at is null) as open
      from connection c left join access_organization o on o.id = c.organization
      where c.id = $1 and c.status <> 'deleted' and o.deleted is not true
      """;

  private static final String BY_EMAIL_DOMAIN =
      "select organization, connection, revision, lapsed from route where email_domain = $1";

  private static final String IS_GOVERNED =
      "select exists (select from governed_domain where email_domain = $1)";

  private static final String HAS_DOMAINS =
      """
      select not exists (select from unnest($1::text[]) assigned (id)
        where not exists (select from domain d where d.id = assigned.id))
      """;

  private static final String REVISION =
      "select content::text from revision where id = $1 and connection = $2";

  private final Pool pool;
  private final ObjectMapper json;
  private final Recent<Id, KnownConnection> versions = new Recent<>(REMEMBERED);
  private final Recent<Id, Revision> revisions = new Recent<>(REMEMBERED);

  Connections(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** The connection, if people may sign in with it now. */
  public Uni<Optional<LiveConnection>> byId(Id connection) {
    return find(connection).map(found -> found.flatMap(Found::live));
  }

  /**
   * The connection in the version that the caller has just read a route to. A route says already
   * that people may sign in with it now, so a version that is remembered needs no second look.
   */
  public Uni<Optional<LiveConnection>> routed(Id connection, long epoch, long version) {
    Optional<LiveConnection> held = remembered(connection, epoch, version);
    return held.isPresent() ? Uni.createFrom().item(held) : byId(connection);
  }

  /** The same, if that version is remembered and has a live revision. */
  public Optional<LiveConnection> remembered(Id connection, long epoch, long version) {
    KnownConnection held = versions.get(connection);
    return held != null && held.epoch() == epoch && held.version() == version
        ? new Found(held, true).live()
        : Optional.empty();
  }

  /**
   * For statements that read a connection {@code c} together with something else: its columns, of
   * the version that is remembered as {@code $1}, {@code $2}.
   */
  public static final String STATE =
      "case when c.epoch = $1 and c.version = $2 then null else c.state::text end as state";

  /** What is remembered of the connection, to be completed by such a statement. */
  public Remembered remembered(Id connection) {
    return new Remembered(connection, versions.get(connection));
  }

  /** See {@link #STATE}. */
  public final class Remembered {

    private final Id connection;
    private final @Nullable KnownConnection held;

    private Remembered(Id connection, @Nullable KnownConnection held) {
      this.connection = connection;
      this.held = held;
    }

    /** The values of {@code $1} and {@code $2}. */
    public Tuple version() {
      return held == null ? Tuple.of(0L, 0L) : Tuple.of(held.epoch(), held.version());
    }

    /** The connection as the row has it. */
    public KnownConnection in(Row row) {
      return state(connection, held, row);
    }
  }

  /** The connection, live or not, unless it or its organization is deleted. */
  public Uni<Optional<KnownConnection>> known(Id connection) {
    return find(connection).map(found -> found.map(Found::connection));
  }

  /**
   * Where people with this email domain (an A-label in lower case) sign in; several when an
   * organization has the domain assigned more than once for a moment.
   */
  public Uni<List<Route>> byEmailDomain(String domain) {
    return pool.preparedQuery(BY_EMAIL_DOMAIN)
        .execute(Tuple.of(domain))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Connections::route).toList());
  }

  /** Whether people with this email domain have to sign in here, even if they cannot just now. */
  public Uni<Boolean> isGoverned(String domain) {
    return pool.preparedQuery(IS_GOVERNED)
        .execute(Tuple.of(domain))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /**
   * Whether we have heard of all domains that are assigned to the connection. They travel by
   * another topic, so the news of the assignment may come before the news of what was assigned.
   */
  public Uni<Boolean> hasDomainsOf(KnownConnection connection) {
    return pool.preparedQuery(HAS_DOMAINS)
        .execute(
            Tuple.tuple()
                .addArrayOfString(
                    connection.domains().stream().map(Id::toString).toArray(String[]::new)))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** A revision of the connection, drafts and earlier ones included. */
  public Uni<Optional<Revision>> revision(Id connection, Id revision) {
    return pool.preparedQuery(REVISION)
        .execute(Tuple.of(revision.toString(), connection.toString()))
        .map(rows -> first(rows).map(row -> remember(revision, row.getString(0))));
  }

  private record Found(KnownConnection connection, boolean open) {
    Optional<LiveConnection> live() {
      Revision live = connection.live();
      return open && live != null
          ? Optional.of(new LiveConnection(connection, live))
          : Optional.empty();
    }
  }

  private Uni<Optional<Found>> find(Id connection) {
    KnownConnection held = versions.get(connection);
    long epoch = held == null ? 0 : held.epoch();
    long version = held == null ? 0 : held.version();
    return pool.preparedQuery(BY_ID)
        .execute(Tuple.of(connection.toString(), epoch, version))
        .map(rows ->
            first(rows)
                .map(row ->
                    new Found(state(connection, held, row), isTrue(row.getBoolean("open")))));
  }

  private KnownConnection state(Id connection, @Nullable KnownConnection held, Row row) {
    String state = row.getString("state");
    if (state == null) {
      return java.util.Objects.requireNonNull(held);
    }
    KnownConnection read = read(state, KnownConnection.class);
    versions.put(connection, read);
    return read;
  }

  private Revision remember(Id id, String content) {
    Revision held = revisions.get(id);
    if (held != null) {
      return held;
    }
    Revision read = read(content, Revision.class);
    revisions.put(id, read);
    return read;
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What the projection holds cannot be read", e);
    }
  }

  private static Route route(Row row) {
    return new Route(
        Id.parse(IdKind.ORGANIZATION, row.getString("organization")),
        Id.parse(IdKind.CONNECTION, row.getString("connection")),
        Id.parse(IdKind.REVISION, row.getString("revision")),
        row.getBoolean("lapsed"));
  }

  /** An unknown organization makes the condition null, and null is no. */
  private static boolean isTrue(@Nullable Boolean value) {
    return value != null && value;
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }
}
