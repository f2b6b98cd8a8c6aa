package dev.gatehouse.org.membership;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import dev.gatehouse.org.organization.Organizations;
import dev.gatehouse.org.role.BuiltInRole;
import dev.gatehouse.org.role.Roles;
import dev.gatehouse.outbox.Cause;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Connects a person who signed in with a membership, once. A removed member is never let in again
 * this way, and nobody gets more than the default role.
 */
@ApplicationScoped
class AdmitPerson {

  private final Organizations organizations;
  private final Members members;
  private final Roles roles;
  private final MemberJournal journal;
  private final Clock clock;
  private final Ids ids;

  AdmitPerson(
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

  /** The gateway found this member by email; from now on the person is this member. */
  @WithTransaction
  Uni<Void> asMember(Id organization, Id member, Person person, Cause cause) {
    return unlessKnown(
        organization,
        person,
        () ->
            members
                .lockIn(organization, member)
                .flatMap(found -> found.isEmpty() ? nothing() : link(found.get(), person, cause)));
  }

  /** Nobody invited this person: a new member with the default role, unless the email is known. */
  @WithTransaction
  Uni<Void> justInTime(Id organization, String email, Person person, Cause cause) {
    String written = EmailAddress.written(email);
    return unlessKnown(
        organization,
        person,
        () ->
            members
                .lockByEmail(organization, written)
                .flatMap(found ->
                    found.isEmpty()
                        ? add(organization, written, person, cause)
                        : link(found.get(), person, cause)));
  }

  private Uni<Void> unlessKnown(Id organization, Person person, Supplier<Uni<Void>> admit) {
    return organizations
        .hold(organization)
        .flatMap(found ->
            found.isEmpty()
                ? nothing()
                : members
                    .lockByPerson(organization, person.id())
                    .flatMap(known -> known.isPresent() ? nothing() : admit.get()));
  }

  /** A removed member stays removed; a member who is someone else already stays someone else. */
  private Uni<Void> link(Member member, Person person, Cause cause) {
    if (!member.isActive() || member.person() != null) {
      return nothing();
    }
    var before = MemberAudit.of(member);
    member.link(person);
    return roles
        .permissions(member.organization(), String.valueOf(member.role()))
        .map(permissions -> permissions.orElse(Set.of()))
        .flatMap(permissions ->
            journal.changed(
                member, permissions, "MembershipChanged", cause, "membership.linked", before))
        .replaceWithVoid();
  }

  private Uni<Void> add(Id organization, String email, Person person, Cause cause) {
    BuiltInRole role = BuiltInRole.MEMBER;
    Id id = ids.next(IdKind.MEMBER);
    Member member =
        new Member(id, organization, email, null, role.key(), clock.instant()).broughtBy(person);
    return members
        .persistAndFlush(member)
        .flatMap(made ->
            journal.changed(
                made,
                role.permissions(),
                "MembershipGranted",
                cause,
                "membership.granted_by_sign_in",
                null))
        .replaceWithVoid();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
