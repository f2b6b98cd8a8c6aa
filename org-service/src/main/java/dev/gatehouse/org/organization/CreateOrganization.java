package dev.gatehouse.org.organization;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Adds a customer. That its names are free is the database's decision, at commit. */
@ApplicationScoped
class CreateOrganization {

  private static final int SUFFIX = 6;

  private final Organizations organizations;
  private final OrganizationJournal journal;
  private final Clock clock;
  private final Ids ids;

  CreateOrganization(Organizations organizations, OrganizationJournal journal, Clock clock) {
    this.organizations = organizations;
    this.journal = journal;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  @WithTransaction
  Uni<Organization> create(
      String name, @Nullable String slug, @Nullable String externalId, Cause cause) {
    Id id = ids.next(IdKind.ORGANIZATION);
    return chosenOrDerived(slug, name, id)
        .map(free -> new Organization(id, name, free, externalId, clock.instant()))
        .flatMap(organizations::persistAndFlush)
        .flatMap(made ->
            journal.changed(
                made,
                "OrganizationCreated",
                cause,
                "organization.created",
                null,
                OrganizationAudit.of(made)));
  }

  private Uni<String> chosenOrDerived(@Nullable String slug, String name, Id id) {
    if (slug != null) {
      return Uni.createFrom().item(slug);
    }
    String derived = Slug.from(name);
    String bare = id.bare();
    return organizations
        .count("slug", derived)
        .map(
            taken -> taken == 0 ? derived : derived + "-" + bare.substring(bare.length() - SUFFIX));
  }
}
