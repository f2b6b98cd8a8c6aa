package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.ids.Id;
import java.util.List;
import java.util.Optional;

/**
 * Whom an identity that was never seen belongs to. Email counts this once, within one organization
 * and at a domain that was just found to be its own; afterwards the identity alone counts.
 *
 * @param members the organization's active members with this email
 * @param people the organization's people with this email, or named by one of those members
 */
record FirstSignIn(List<Member> members, List<Known> people) {

  /**
   * An active member.
   *
   * @param person who the member turned out to be, if anybody yet
   */
  record Member(Id id, Optional<Id> person) {}

  /**
   * A person of the organization.
   *
   * @param member the member that the person was linked to by email
   * @param joined whether some membership names the person
   * @param taken whether another subject of the same identity provider already is this person
   * @param blocked whether the organization removed the person
   */
  record Known(Id id, Optional<Id> member, boolean joined, boolean taken, boolean blocked) {}

  /** What to do. */
  sealed interface Decision {
    /** Another identity of somebody known: a new identity provider, or another subject source. */
    record Link(Id person, Optional<Id> member, boolean joined) implements Decision {}

    /** Somebody new, perhaps invited. */
    record Create(Optional<Id> member) implements Decision {}

    /** It cannot be told who it is. */
    record Refuse(SignInReason reason) implements Decision {}
  }

  Decision decide() {
    return switch (members.size()) {
      case 0 -> amongPeople(people, Optional.empty());
      case 1 -> asMember(members.getFirst());
      default -> new Decision.Refuse(SignInReason.SEVERAL_MEMBERS);
    };
  }

  private Decision asMember(Member member) {
    if (member.person().isPresent()) {
      Id person = member.person().get();
      return people.stream()
          .filter(known -> known.id().equals(person))
          .findFirst()
          .map(known -> link(known, Optional.of(member.id())))
          .orElseGet(() -> new Decision.Create(Optional.of(member.id())));
    }
    // Whoever some other membership already names is somebody else: a predecessor at this address.
    List<Known> unnamed = people.stream().filter(known -> !known.joined()).toList();
    return amongPeople(unnamed, Optional.of(member.id()));
  }

  private static Decision amongPeople(List<Known> people, Optional<Id> member) {
    return switch (people.size()) {
      case 0 -> new Decision.Create(member);
      case 1 -> link(people.getFirst(), member);
      default -> new Decision.Refuse(SignInReason.SUBJECT_CONFLICT);
    };
  }

  private static Decision link(Known known, Optional<Id> member) {
    if (known.blocked()) {
      return new Decision.Refuse(SignInReason.MEMBER_BLOCKED);
    }
    return known.taken()
        ? new Decision.Refuse(SignInReason.SUBJECT_CONFLICT)
        : new Decision.Link(
            known.id(), member.isPresent() ? member : known.member(), known.joined());
  }
}
