package dev.gatehouse.org.setuplink;

import dev.gatehouse.ids.Id;
import dev.gatehouse.org.organization.DeletionStep;
import dev.gatehouse.outbox.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Links end with their organization, and whom they were for is forgotten. */
@ApplicationScoped
class LinksOfDeleted implements DeletionStep {

  private final SetupLinks links;

  LinksOfDeleted(SetupLinks links) {
    this.links = links;
  }

  @Override
  public Uni<Void> delete(Id organization, Cause cause) {
    return links.delete("organization", organization.uuid()).replaceWithVoid();
  }
}
