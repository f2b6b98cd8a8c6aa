package dev.gatehouse.access;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers from the copy that {@link OrganizationEvents} keeps. */
@DefaultBean
@ApplicationScoped
class ProjectedMemberships implements Memberships {

  private static final String MEMBER =
      "select id, permissions from access_membership where organization = $1 and status = 'active'";

  private final Pool pool;

  ProjectedMemberships(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Optional<KnownOrganization>> organization(Id organization) {
    return pool.preparedQuery(
            "select self_serve_sso from access_organization where id = $1 and not deleted")
        .execute(Tuple.of(organization.toString()))
        .map(
            rows -> first(rows).map(row -> new KnownOrganization(organization, row.getBoolean(0))));
  }

  @Override
  public Uni<Optional<Caller.Member>> member(Id organization, Id member) {
    return find(organization, MEMBER + " and id = $2", member.toString());
  }

  @Override
  public Uni<Optional<Caller.Member>> memberByExternalId(Id organization, String externalId) {
    return find(organization, MEMBER + " and external_id = $2", externalId);
  }

  private Uni<Optional<Caller.Member>> find(Id organization, String sql, String value) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(organization.toString(), value))
        .map(rows ->
            first(rows)
                .map(row ->
                    new Caller.Member(
                        Id.parse(IdKind.MEMBER, row.getString("id")),
                        organization,
                        Set.copyOf(List.of(row.getArrayOfStrings("permissions"))))));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }
}
