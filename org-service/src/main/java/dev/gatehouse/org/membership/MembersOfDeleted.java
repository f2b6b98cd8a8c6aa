package dev.gatehouse.org.membership;

import dev.gatehouse.ids.Id;
import dev.gatehouse.org.organization.DeletionStep;
import dev.gatehouse.outbox.Cause;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Memberships end with their organization, and their personal data with them. */
@ApplicationScoped
class MembersOfDeleted implements DeletionStep {

  private final Members members;
  private final MemberJournal journal;

  MembersOfDeleted(Members members, MemberJournal journal) {
    this.members = members;
    this.journal = journal;
  }

  @Override
  public Uni<Void> delete(Id organization, Cause cause) {
    return members
        .lockAll(organization)
        .flatMap(all ->
            Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(member -> {
                  member.delete();
                  return journal.publish(member, Set.of(), "MembershipRevoked", cause);
                })
                .collect()
                .last());
  }
}
