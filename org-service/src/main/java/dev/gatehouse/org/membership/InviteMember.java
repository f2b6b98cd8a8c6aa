package dev.gatehouse.org.membership;

import dev.gatehouse.access.Caller;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.org.membership.MemberOutcome.BeyondCaller;
import dev.gatehouse.org.membership.MemberOutcome.Done;
import dev.gatehouse.org.membership.MemberOutcome.Exists;
import dev.gatehouse.org.membership.MemberOutcome.NoSuchRole;
import dev.gatehouse.org.membership.MemberOutcome.Unknown;
import dev.gatehouse.org.organization.Organizations;
import dev.gatehouse.org.role.PermissionKeys;
import dev.gatehouse.org.role.Roles;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds a member; one who was removed is let in again. */
@ApplicationScoped
class InviteMember {

  private final Organizations organizations;
  private final Members members;
  private final Roles roles;
  private final MemberJournal journal;
  private final Clock clock;
  private final Ids ids;

  InviteMember(
      Organizations organizations,
      Members members,
      Roles roles,
      MemberJournal journal,
      Clock clock) {
    this.organizations = organizations;
    this.members = members;
    this.roles = roles;
    this.journal = journal;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** Who is invited. */
  record Invitation(String email, @Nullable String externalId, String role) {
    @Override
    public String toString() {
      return "Invitation[role=" + role + "]";
    }
  }

  @WithTransaction
  Uni<MemberOutcome> invite(Id organization, Invitation invitation, Caller caller, Cause cause) {
    return organizations
        .hold(organization)
        .flatMap(found ->
            found.isEmpty()
                ? outcome(new Unknown())
                : roles
                    .permissions(organization, invitation.role())
                    .flatMap(permissions -> {
                      if (permissions.isEmpty()) {
                        return outcome(new NoSuchRole(invitation.role()));
                      }
                      Set<String> given = permissions.get();
                      return PermissionKeys.firstBeyond(caller, given)
                          .map(beyond -> outcome(new BeyondCaller(beyond)))
                          .orElseGet(() -> addOrReinvite(organization, invitation, given, cause));
                    }));
  }

  private Uni<MemberOutcome> addOrReinvite(
      Id organization, Invitation invitation, Set<String> permissions, Cause cause) {
    return members
        .lockByEmail(organization, invitation.email())
        .flatMap(found -> {
          if (found.isEmpty()) {
            return add(organization, invitation, permissions, cause);
          }
          Member known = found.get();
          return known.isActive()
              ? outcome(new Exists(known))
              : reinvite(known, invitation, permissions, cause);
        });
  }

  private Uni<MemberOutcome> add(
      Id organization, Invitation invitation, Set<String> permissions, Cause cause) {
    Member member =
        new Member(
            ids.next(IdKind.MEMBER),
            organization,
            invitation.email(),
            invitation.externalId(),
            invitation.role(),
            clock.instant());
    return members
        .persistAndFlush(member)
        .call(made ->
            journal.changed(
                made, permissions, "MembershipGranted", cause, "membership.granted", null))
        .map(made -> new Done(made, permissions));
  }

  private Uni<MemberOutcome> reinvite(
      Member member, Invitation invitation, Set<String> permissions, Cause cause) {
    var before = MemberAudit.of(member);
    member.reinvite(invitation.externalId(), invitation.role());
    return journal
        .changed(member, permissions, "MembershipGranted", cause, "membership.granted", before)
        .map(changed -> new Done(changed, permissions));
  }

  private static Uni<MemberOutcome> outcome(MemberOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
