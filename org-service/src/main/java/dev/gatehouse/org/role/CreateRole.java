package dev.gatehouse.org.role;

import dev.gatehouse.access.Caller;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.org.organization.Organizations;
import dev.gatehouse.org.role.RoleOutcome.BeyondCaller;
import dev.gatehouse.org.role.RoleOutcome.Done;
import dev.gatehouse.org.role.RoleOutcome.NoSuchPermission;
import dev.gatehouse.org.role.RoleOutcome.Unknown;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/** Adds a role to an organization. */
@ApplicationScoped
class CreateRole {

  private final Organizations organizations;
  private final Roles roles;
  private final RoleAudit audit;
  private final Clock clock;
  private final Ids ids;

  CreateRole(Organizations organizations, Roles roles, RoleAudit audit, Clock clock) {
    this.organizations = organizations;
    this.roles = roles;
    this.audit = audit;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  @WithTransaction
  Uni<RoleOutcome> create(
      Id organization,
      String key,
      String name,
      Collection<String> permissions,
      Caller caller,
      Cause cause) {
    return refusal(permissions, caller)
        .map(refused -> Uni.createFrom().item(refused))
        .orElseGet(() ->
            organizations
                .hold(organization)
                .flatMap(found ->
                    found.isEmpty()
                        ? Uni.createFrom().item(new Unknown())
                        : add(organization, key, name, permissions, cause)));
  }

  private Uni<RoleOutcome> add(
      Id organization, String key, String name, Collection<String> permissions, Cause cause) {
    Role role = new Role(ids.nextUuid(), organization, key, name, permissions, clock.instant());
    return roles
        .persistAndFlush(role)
        .call(made -> audit.record(made, cause, "role.created", null, RoleAudit.Snapshot.of(made)))
        .map(Done::new);
  }

  static Optional<RoleOutcome> refusal(Collection<String> permissions, Caller caller) {
    return PermissionKeys.firstUnknown(permissions)
        .<RoleOutcome>map(NoSuchPermission::new)
        .or(() -> PermissionKeys.firstBeyond(caller, permissions).map(BeyondCaller::new));
  }
}
