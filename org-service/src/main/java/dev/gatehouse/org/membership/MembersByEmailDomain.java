package dev.gatehouse.org.membership;

import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who will be affected when the people of a domain sign in by an identity provider. */
@ApplicationScoped
class MembersByEmailDomain {

  private static final String COUNT =
      """
      select d.name, m.members, m.sample
      from unnest($2::text[]) with ordinality as d (name, place)
      cross join lateral (
        select count(*) as members, (array_agg(masked order by id))[1:5] as sample
        from (
          select id, coalesce(
            nullif(concat_ws(' ', given_name, nullif(left(family_name, 1), '') || '.'), ''),
            left(email, 1) || '…@' || d.name) as masked
          from member
          where organization = $1 and status = 'ACTIVE'
            and lower(split_part(email, '@', 2)) = d.name) found) m
      order by d.place
      """;

  private final Pool pool;

  MembersByEmailDomain(Pool pool) {
    this.pool = pool;
  }

  /**
   * The members with an email at one domain.
   *
   * @param sample a few of them, shortened: a first name and an initial, or the email's beginning
   */
  @Schema(name = "MembersOfEmailDomain")
  record Affected(String domain, long members, List<String> sample) {

    Affected withoutNames() {
      return new Affected(domain, members, List.of());
    }

    @Override
    public String toString() {
      return domain + " " + members;
    }
  }

  /** In the given order; names in lower case. */
  Uni<List<Affected>> in(Id organization, List<String> domains) {
    return pool.preparedQuery(COUNT)
        .execute(Tuple.of(organization.uuid(), domains.toArray(String[]::new)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(MembersByEmailDomain::affected)
                .toList());
  }

  private static Affected affected(Row row) {
    String @Nullable [] sample = row.getArrayOfStrings("sample");
    List<String> names =
        sample == null ? List.of() : Arrays.stream(sample).filter(Objects::nonNull).toList();
    return new Affected(row.getString("name"), row.getLong("members"), names);
  }
}
