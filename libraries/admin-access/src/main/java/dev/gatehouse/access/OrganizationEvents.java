package dev.gatehouse.access;

import dev.gatehouse.intake.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the local copy of organizations and memberships. Each upsert applies only what is newer, so
 * duplicates, replays and reordering do no harm.
 */
@ApplicationScoped
public class OrganizationEvents {

  private static final String UPSERT_ORGANIZATION =
      """
      insert into access_organization
        (id, epoch, version, deleted, name, slug, external_id, self_serve_sso)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
        deleted = excluded.deleted, name = excluded.name, slug = excluded.slug,
        external_id = excluded.external_id, self_serve_sso = excluded.self_serve_sso
      where (excluded.epoch, excluded.version)
        > (access_organization.epoch, access_organization.version)
      """;

  private static final String UPSERT_MEMBERSHIP =
      """
      insert into access_membership (id, organization, epoch, version, status, external_id, person,
        email, role, permissions)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
        status = excluded.status, external_id = excluded.external_id, person = excluded.person,
        email = excluded.email, role = excluded.role, permissions = excluded.permissions
      where (excluded.epoch, excluded.version)
        > (access_membership.epoch, access_membership.version)
      """;

  private final Pool pool;

  OrganizationEvents(Pool pool) {
    this.pool = pool;
  }

  /** What we read of an organization event. */
  public record OrganizationState(
      String id,
      long epoch,
      long version,
      String status,
      @Nullable String name,
      @Nullable String slug,
      @Nullable String externalId,
      boolean selfServeSso) {

    /** What lacks these is no such event: it is set aside instead of tried again for ever. */
    public OrganizationState {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(status, "status");
    }

    public boolean isDeleted() {
      return status.equals("deleted");
    }
  }

  /** What we read of a membership event. */
  public record MembershipState(
      String id,
      String organization,
      long epoch,
      long version,
      String status,
      @Nullable String externalId,
      @Nullable String person,
      @Nullable String email,
      @Nullable String role,
      @Nullable List<String> permissions) {

    /** What lacks these is no such event: it is set aside instead of tried again for ever. */
    public MembershipState {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(organization, "organization");
      Objects.requireNonNull(status, "status");
    }
  }

  public Uni<Void> apply(Event event, OrganizationState state) {
    return pool.preparedQuery(UPSERT_ORGANIZATION)
        .execute(
            Tuple.tuple()
                .addString(state.id())
                .addLong(state.epoch())
                .addLong(state.version())
                .addBoolean(state.isDeleted())
                .addString(state.name())
                .addString(state.slug())
                .addString(state.externalId())
                .addBoolean(state.selfServeSso()))
        .replaceWithVoid();
  }

  public Uni<Void> apply(Event event, MembershipState state) {
    List<String> permissions = state.permissions() == null ? List.of() : state.permissions();
    return pool.preparedQuery(UPSERT_MEMBERSHIP)
        .execute(
            Tuple.tuple()
                .addString(state.id())
                .addString(state.organization())
                .addLong(state.epoch())
                .addLong(state.version())
                .addString(state.status())
                .addString(state.externalId())
                .addString(state.person())
                .addString(state.email())
                .addString(state.role())
                .addArrayOfString(permissions.toArray(String[]::new)))
        .replaceWithVoid();
  }
}
