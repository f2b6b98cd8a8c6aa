package dev.gatehouse.org.organization;

import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the present state of organizations again, batch by batch. Each is locked, so that its
 * present state cannot overtake a newer one on the way to the topic.
 */
@ApplicationScoped
public class RepublishOrganizations {

  private final Organizations organizations;
  private final OrganizationJournal journal;

  RepublishOrganizations(Organizations organizations, OrganizationJournal journal) {
    this.organizations = organizations;
    this.journal = journal;
  }

  /** The ids of the organizations that were published, the next ones after the given id. */
  @WithTransaction
  public Uni<List<UUID>> batch(@Nullable UUID after, int size, Cause cause) {
    return organizations
        .lockAfter(after, size)
        .call(found ->
            Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(organization ->
                    journal.publish(
                        organization,
                        organization.isDeleted() ? "OrganizationDeleted" : "OrganizationUpdated",
                        cause))
                .collect()
                .last())
        .map(found -> found.stream().map(organization -> organization.id().uuid()).toList());
  }
}
