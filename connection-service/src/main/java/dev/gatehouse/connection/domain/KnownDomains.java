package dev.gatehouse.connection.domain;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The copy of all domains. */
@ApplicationScoped
public class KnownDomains implements PanacheRepositoryBase<KnownDomain, String> {

  private static final String UPSERT =
      """
      insert into known_domain (id, organization, epoch, version, status, name, ownership)
      values (:id, :organization, :epoch, :version, :status, cast(:name as text),
        cast(:ownership as bigint))
      on conflict (id) do update set organization = excluded.organization,
        epoch = excluded.epoch, version = excluded.version, status = excluded.status,
        name = excluded.name, ownership = excluded.ownership
      where (excluded.epoch, excluded.version) > (known_domain.epoch, known_domain.version)
      """;

  /** Those that are known, by id. */
  public Uni<Map<String, KnownDomain>> byId(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return list("id in ?1", List.copyOf(ids))
        .map(found ->
            found.stream().collect(Collectors.toMap(KnownDomain::id, Function.identity())));
  }

  /** Takes the state if it is newer than what we hold; says whether it was. */
  public Uni<Boolean> apply(DomainState state) {
    return getSession()
        .flatMap(session ->
            session
                .createNativeQuery(UPSERT)
                .setParameter("id", state.id())
                .setParameter("organization", state.organization())
                .setParameter("epoch", state.epoch())
                .setParameter("version", state.version())
                .setParameter("status", state.status())
                .setParameter("name", state.name())
                .setParameter("ownership", state.ownership())
                .executeUpdate())
        .map(rows -> rows == 1);
  }
}
