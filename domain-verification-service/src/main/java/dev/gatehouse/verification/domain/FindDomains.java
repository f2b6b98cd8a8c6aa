package dev.gatehouse.verification.domain;

import dev.gatehouse.access.Page;
import dev.gatehouse.ids.Id;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads domains for those who ask; whether they may see them is asked where they are shown. */
@ApplicationScoped
public class FindDomains {

  private final Domains domains;

  FindDomains(Domains domains) {
    this.domains = domains;
  }

  /** Fails with {@code not_found} for unknown and for removed ones alike. */
  public Uni<Domain> present(Id id) {
    return Panache.withSession(() -> domains.present(id))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)));
  }

  Uni<Page<Domain>> of(Id organization, @Nullable Id after, int limit) {
    return Panache.withSession(() -> domains.of(organization, after, limit + 1))
        .map(found -> Page.of(found, limit, Domain::id));
  }

  Uni<List<Domain>> ofEach(List<Id> organizations) {
    return Panache.withSession(() -> domains.ofEach(organizations));
  }
}
