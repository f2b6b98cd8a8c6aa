package dev.gatehouse.org.role;

import dev.gatehouse.ids.Id;
import dev.gatehouse.org.organization.DeletionStep;
import dev.gatehouse.outbox.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Roles go with their organization. */
@ApplicationScoped
class RolesOfDeleted implements DeletionStep {

  private final Roles roles;

  RolesOfDeleted(Roles roles) {
    this.roles = roles;
  }

  @Override
  public Uni<Void> delete(Id organization, Cause cause) {
    return roles.delete("organization", organization.uuid()).replaceWithVoid();
  }
}
