package dev.gatehouse.gateway.projection;

import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps what was published. Each statement applies only what is newer, so duplicates, replays and
 * reordering do no harm, and only for the organization that the thing has always belonged to.
 */
@ApplicationScoped
class Projection {

  /** A deleted domain keeps name and ownership: they tell that earlier holders lost the name. */
  private static final String APPLY_DOMAIN =
      """
      insert into domain (id, organization, epoch, version, status, name, ownership)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
        status = excluded.status, name = coalesce(excluded.name, domain.name),
        ownership = greatest(excluded.ownership, domain.ownership)
      where (excluded.epoch, excluded.version) > (domain.epoch, domain.version)
        and excluded.organization = domain.organization
      """;

  private static final String APPLY_CONNECTION =
      """
      with applied as (
        insert into connection (id, organization, epoch, version, status, provider, domains,
          live_revision, state)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb)
        on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
          status = excluded.status, provider = excluded.provider, domains = excluded.domains,
          live_revision = excluded.live_revision, state = excluded.state
        where (excluded.epoch, excluded.version) > (connection.epoch, connection.version)
          and excluded.organization = connection.organization
        returning id, status, state
      ), kept as (
        insert into revision (id, connection, content)
        select r.content ->> 'id', applied.id, r.content
        from applied, lateral (values (state -> 'live'), (state -> 'draft')) r (content)
        where jsonb_typeof(r.content) = 'object'
        on conflict (id) do nothing
      ), forgotten as (
        delete from revision using applied
        where revision.connection = applied.id and applied.status = 'deleted'
      )
      select count(*) from applied
      """;

  private final Pool pool;

  Projection(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> apply(DomainState state) {
    return pool.preparedQuery(APPLY_DOMAIN)
        .execute(
            Tuple.tuple()
                .addString(state.id().toString())
                .addString(state.organization().toString())
                .addLong(state.epoch())
                .addLong(state.version())
                .addString(state.status())
                .addString(state.name())
                .addLong(state.ownership()))
        .replaceWithVoid();
  }

  /**
   * @param published the event's data, kept whole
   */
  Uni<Void> apply(ConnectionState state, String published) {
    List<Id> domains = state.domains() == null ? List.of() : state.domains();
    return pool.preparedQuery(APPLY_CONNECTION)
        .execute(
            Tuple.tuple()
                .addString(state.id().toString())
                .addString(state.organization().toString())
                .addLong(state.epoch())
                .addLong(state.version())
                .addString(state.status())
                .addString(state.provider())
                .addArrayOfString(domains.stream().map(Id::toString).toArray(String[]::new))
                .addString(state.live() == null ? null : state.live().id().toString())
                .addString(state.isDeleted() ? "{}" : published))
        .replaceWithVoid();
  }
}
