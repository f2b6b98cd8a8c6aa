package dev.gatehouse.org.membership;

import dev.gatehouse.org.role.Roles;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the present state of members again, batch by batch. Each is locked, so that its present
 * state cannot overtake a newer one on the way to the topic.
 */
@ApplicationScoped
public class RepublishMembers {

  private final Members members;
  private final Roles roles;
  private final MemberJournal journal;

  RepublishMembers(Members members, Roles roles, MemberJournal journal) {
    this.members = members;
    this.roles = roles;
    this.journal = journal;
  }

  /** The ids of the members that were published, the next ones after the given id. */
  @WithTransaction
  public Uni<List<UUID>> batch(@Nullable UUID after, int size, Cause cause) {
    return members
        .lockAfter(after, size)
        .call(found ->
            Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(member -> publish(member, cause))
                .collect()
                .last())
        .map(found -> found.stream().map(member -> member.id().uuid()).toList());
  }

  private Uni<Void> publish(Member member, Cause cause) {
    String event = member.isActive() ? "MembershipChanged" : "MembershipRevoked";
    Uni<Optional<Set<String>>> permissions =
        member.isActive()
            ? roles.permissions(member.organization(), String.valueOf(member.role()))
            : Uni.createFrom().item(Optional.empty());
    return permissions.flatMap(
        allowed -> journal.publish(member, allowed.orElse(Set.of()), event, cause));
  }
}
