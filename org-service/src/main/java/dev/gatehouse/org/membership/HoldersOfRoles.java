package dev.gatehouse.org.membership;

import dev.gatehouse.ids.Id;
import dev.gatehouse.org.role.RoleHolders;
import dev.gatehouse.outbox.Cause;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Members, seen by those who change roles. */
@ApplicationScoped
class HoldersOfRoles implements RoleHolders {

  private final Members members;
  private final Administrators administrators;
  private final MemberJournal journal;

  HoldersOfRoles(Members members, Administrators administrators, MemberJournal journal) {
    this.members = members;
    this.administrators = administrators;
    this.journal = journal;
  }

  @Override
  public Uni<Long> count(Id organization, String role) {
    return members.count(
        "organization = ?1 and role = ?2 and status = ?3",
        organization.uuid(),
        role,
        MemberStatus.ACTIVE);
  }

  @Override
  public Uni<Boolean> administratorsWithout(Id organization, String role) {
    return administrators.anyWithout(organization, role);
  }

  @Override
  public Uni<Void> permissionsChanged(
      Id organization, String role, Set<String> permissions, Cause cause) {
    return members
        .lockActiveWithRole(organization, role)
        .flatMap(holders ->
            Multi.createFrom()
                .iterable(holders)
                .onItem()
                .transformToUniAndConcatenate(member -> {
                  member.permissionsChanged();
                  return journal.publish(member, permissions, "MembershipChanged", cause);
                })
                .collect()
                .last());
  }
}
