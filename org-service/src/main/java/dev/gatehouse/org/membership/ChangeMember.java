package dev.gatehouse.org.membership;

import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Permission;
import dev.gatehouse.ids.Id;
import dev.gatehouse.org.membership.MemberOutcome.BeyondCaller;
import dev.gatehouse.org.membership.MemberOutcome.Done;
import dev.gatehouse.org.membership.MemberOutcome.LastAdministrator;
import dev.gatehouse.org.membership.MemberOutcome.NoSuchRole;
import dev.gatehouse.org.membership.MemberOutcome.Revoked;
import dev.gatehouse.org.membership.MemberOutcome.Unknown;
import dev.gatehouse.org.organization.Organizations;
import dev.gatehouse.org.role.PermissionKeys;
import dev.gatehouse.org.role.Roles;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes a member, or removes one. The organization is locked first, so that two administrators
 * cannot remove each other at the same time.
 */
@ApplicationScoped
class ChangeMember {

  private final Organizations organizations;
  private final Members members;
  private final Roles roles;
  private final Administrators administrators;
  private final MemberJournal journal;

  ChangeMember(
      Organizations organizations,
      Members members,
      Roles roles,
      Administrators administrators,
      MemberJournal journal) {
    this.organizations = organizations;
    this.members = members;
    this.roles = roles;
    this.administrators = administrators;
    this.journal = journal;
  }

  /** What to change; null leaves it as it is. */
  record Change(@Nullable String email, @Nullable String externalId, @Nullable String role) {
    @Override
    public String toString() {
      return "Change[role=" + role + "]";
    }
  }

  /** The precondition gets the present version and refuses a stale one. */
  @WithTransaction
  Uni<MemberOutcome> change(
      Id organization,
      Id id,
      Change change,
      LongConsumer precondition,
      Caller caller,
      Cause cause) {
    return locked(organization, id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return outcome(new Unknown());
          }
          Member member = found.get();
          precondition.accept(member.version());
          String role = change.role() == null ? String.valueOf(member.role()) : change.role();
          return member.isActive()
              ? roles
                  .permissions(organization, role)
                  .flatMap(permissions ->
                      permissions.isEmpty()
                          ? outcome(new NoSuchRole(role))
                          : allowed(member, change, permissions.get(), caller, cause))
              : outcome(new Revoked());
        });
  }

  private Uni<MemberOutcome> allowed(
      Member member, Change change, Set<String> permissions, Caller caller, Cause cause) {
    Optional<String> beyond =
        change.role() == null ? Optional.empty() : PermissionKeys.firstBeyond(caller, permissions);
    if (beyond.isPresent()) {
      return outcome(new BeyondCaller(beyond.get()));
    }
    boolean stays = permissions.contains(Permission.MANAGE_MEMBERSHIPS.key());
    return administratorsRemain(member, stays, caller)
        .flatMap(remain ->
            remain ? apply(member, change, permissions, cause) : outcome(new LastAdministrator()));
  }

  private Uni<MemberOutcome> apply(
      Member member, Change change, Set<String> permissions, Cause cause) {
    var before = MemberAudit.of(member);
    member.change(change.email(), change.externalId(), change.role());
    return members
        .flush()
        .flatMap(done ->
            journal.changed(
                member, permissions, "MembershipChanged", cause, "membership.changed", before))
        .map(changed -> new Done(changed, permissions));
  }

  /** Idempotent: who is removed already stays removed. */
  @WithTransaction
  Uni<MemberOutcome> revoke(Id organization, Id id, Caller caller, Cause cause) {
    return locked(organization, id)
        .flatMap(found -> {
          if (found.isEmpty()) {
            return outcome(new Unknown());
          }
          Member member = found.get();
          if (!member.isActive()) {
            return outcome(new Done(member, Set.of()));
          }
          return administratorsRemain(member, false, caller)
              .flatMap(remain ->
                  remain ? applyRevocation(member, cause) : outcome(new LastAdministrator()));
        });
  }

  private Uni<MemberOutcome> applyRevocation(Member member, Cause cause) {
    var before = MemberAudit.of(member);
    member.revoke();
    return journal
        .changed(member, Set.of(), "MembershipRevoked", cause, "membership.revoked", before)
        .map(changed -> new Done(changed, Set.of()));
  }

  /** Operators may remove the last one: they can also add the next. */
  private Uni<Boolean> administratorsRemain(Member member, boolean staysOne, Caller caller) {
    return caller instanceof Caller.Member && !staysOne
        ? administrators.anyBeside(member)
        : Uni.createFrom().item(true);
  }

  private Uni<Optional<Member>> locked(Id organization, Id member) {
    return organizations
        .lock(organization)
        .flatMap(found ->
            found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : members.lockIn(organization, member));
  }

  private static Uni<MemberOutcome> outcome(MemberOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
