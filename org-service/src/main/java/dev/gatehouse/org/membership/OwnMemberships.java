package dev.gatehouse.org.membership;

import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Memberships;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.org.role.BuiltInRole;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers permission checks from our own tables: the others see a copy, we see the original. */
@ApplicationScoped
class OwnMemberships implements Memberships {

  private static final String ORGANIZATION =
      "select self_serve_sso from organization where id = $1 and not deleted";

  private static final String MEMBER =
      """
      select m.id, m.role, r.permissions from member m
      left join role r on r.organization = m.organization and r.key = m.role
      where m.organization = $1 and m.status = 'ACTIVE' and \
      """;

  private final Pool pool;

  OwnMemberships(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Optional<KnownOrganization>> organization(Id organization) {
    return pool.preparedQuery(ORGANIZATION)
        .execute(Tuple.of(organization.uuid()))
        .map(
            rows -> first(rows).map(row -> new KnownOrganization(organization, row.getBoolean(0))));
  }

  @Override
  public Uni<Optional<Caller.Member>> member(Id organization, Id member) {
    return find(organization, "m.id = $2", member.uuid());
  }

  @Override
  public Uni<Optional<Caller.Member>> memberByExternalId(Id organization, String externalId) {
    return find(organization, "m.external_id = $2", externalId);
  }

  private Uni<Optional<Caller.Member>> find(Id organization, String condition, Object value) {
    return pool.preparedQuery(MEMBER + condition)
        .execute(Tuple.of(organization.uuid(), value))
        .map(rows -> first(rows).map(row -> member(organization, row)));
  }

  private static Caller.Member member(Id organization, Row row) {
    UUID id = row.getUUID("id");
    Set<String> permissions =
        BuiltInRole.of(row.getString("role"))
            .map(BuiltInRole::permissions)
            .orElseGet(() -> custom(row));
    return new Caller.Member(new Id(IdKind.MEMBER, id), organization, permissions);
  }

  /** A role that is gone allows nothing. */
  private static Set<String> custom(Row row) {
    String[] permissions = row.getArrayOfStrings("permissions");
    return permissions == null ? Set.of() : Set.of(permissions);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }
}
