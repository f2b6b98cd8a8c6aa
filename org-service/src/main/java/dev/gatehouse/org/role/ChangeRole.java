package dev.gatehouse.org.role;

import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Permission;
import dev.gatehouse.ids.Id;
import dev.gatehouse.org.organization.Organizations;
import dev.gatehouse.org.role.RoleOutcome.Done;
import dev.gatehouse.org.role.RoleOutcome.InUse;
import dev.gatehouse.org.role.RoleOutcome.LastAdministrator;
import dev.gatehouse.org.role.RoleOutcome.Unknown;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Changes what a role allows, for everybody who has it, or removes a role that nobody has. */
@ApplicationScoped
class ChangeRole {

  private final Organizations organizations;
  private final Roles roles;
  private final RoleHolders holders;
  private final RoleAudit audit;

  ChangeRole(Organizations organizations, Roles roles, RoleHolders holders, RoleAudit audit) {
    this.organizations = organizations;
    this.roles = roles;
    this.holders = holders;
    this.audit = audit;
  }

  /** What to change; null leaves it as it is. */
  record Change(@Nullable String name, @Nullable Collection<String> permissions) {
    Collection<String> permissionsOr(Collection<String> present) {
      return permissions == null ? present : permissions;
    }
  }

  /** The precondition gets the present version and refuses a stale one. */
  @WithTransaction
  Uni<RoleOutcome> change(
      Id organization,
      String key,
      Change change,
      LongConsumer precondition,
      Caller caller,
      Cause cause) {
    return locked(organization, key)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return outcome(new Unknown());
          }
          Role role = found.get();
          precondition.accept(role.version());
          Collection<String> after = change.permissionsOr(role.permissionList());
          Optional<RoleOutcome> refused = CreateRole.refusal(after, caller);
          return refused.isPresent()
              ? outcome(refused.get())
              : administratorsRemain(role, after, caller)
                  .flatMap(remain ->
                      remain ? apply(role, change, cause) : outcome(new LastAdministrator()));
        });
  }

  @WithTransaction
  Uni<RoleOutcome> delete(Id organization, String key, Cause cause) {
    return locked(organization, key)
        .flatMap(
            found -> found.isEmpty() ? outcome(new Unknown()) : deleteUnused(found.get(), cause));
  }

  /** The organization is locked first, so that members do not change roles meanwhile. */
  private Uni<Optional<Role>> locked(Id organization, String key) {
    return organizations
        .lock(organization)
        .flatMap(found ->
            found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : roles.lock(organization, key));
  }

  private Uni<Boolean> administratorsRemain(Role role, Collection<String> after, Caller caller) {
    String manage = Permission.MANAGE_MEMBERSHIPS.key();
    boolean loses = role.permissions().contains(manage) && !after.contains(manage);
    return caller instanceof Caller.Member && loses
        ? holders.administratorsWithout(role.organization(), role.key())
        : Uni.createFrom().item(true);
  }

  private Uni<RoleOutcome> apply(Role role, Change change, Cause cause) {
    var before = RoleAudit.Snapshot.of(role);
    role.change(change.name(), change.permissions());
    var after = RoleAudit.Snapshot.of(role);
    Uni<Void> told =
        before.permissions().equals(after.permissions())
            ? Uni.createFrom().voidItem()
            : holders.permissionsChanged(
                role.organization(), role.key(), role.permissions(), cause);
    return told.flatMap(done -> audit.record(role, cause, "role.changed", before, after))
        .replaceWith(new Done(role));
  }

  private Uni<RoleOutcome> deleteUnused(Role role, Cause cause) {
    return holders
        .count(role.organization(), role.key())
        .flatMap(members ->
            members > 0
                ? outcome(new InUse(members))
                : roles
                    .delete(role)
                    .flatMap(done ->
                        audit.record(
                            role, cause, "role.deleted", RoleAudit.Snapshot.of(role), null))
                    .replaceWith(new Done(role)));
  }

  private static Uni<RoleOutcome> outcome(RoleOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
