package dev.gatehouse.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.gateway.signin.FirstSignIn.Decision;
import dev.gatehouse.gateway.signin.FirstSignIn.Known;
import dev.gatehouse.gateway.signin.FirstSignIn.Member;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstSignInTest {

  private static final Id MEMBER = Published.id(IdKind.MEMBER);
  private static final Id PERSON = Published.id(IdKind.PERSON);
  private static final Optional<Id> NOBODY = Optional.empty();

  @Test
  void somebodyWhomNobodyKnowsIsNew() {
    assertThat(decide(List.of(), List.of())).isEqualTo(new Decision.Create(NOBODY));
  }

  @Test
  void theOneMemberWithTheAddressIsMeant() {
    assertThat(decide(List.of(new Member(MEMBER, NOBODY)), List.of()))
        .isEqualTo(new Decision.Create(Optional.of(MEMBER)));
  }

  @Test
  void ofTwoMembersNeitherIsMeant() {
    Member other = new Member(Published.id(IdKind.MEMBER), NOBODY);

    assertThat(decide(List.of(new Member(MEMBER, NOBODY), other), List.of()))
        .isEqualTo(new Decision.Refuse(SignInReason.SEVERAL_MEMBERS));
  }

  @Test
  void aMemberWhoIsSomebodyAlreadyGetsASecondIdentity() {
    assertThat(
            decide(
                List.of(new Member(MEMBER, Optional.of(PERSON))),
                List.of(new Known(PERSON, NOBODY, true, false, false))))
        .isEqualTo(new Decision.Link(PERSON, Optional.of(MEMBER), true));
  }

  @Test
  void aMemberWhoIsSomebodyAlreadyIsNotASecondSubjectOfTheSameIdentityProvider() {
    assertThat(
            decide(
                List.of(new Member(MEMBER, Optional.of(PERSON))),
                List.of(new Known(PERSON, NOBODY, true, true, false))))
        .isEqualTo(new Decision.Refuse(SignInReason.SUBJECT_CONFLICT));
  }

  @Test
  void aNewMemberIsNotThePredecessorAtTheSameAddress() {
    assertThat(
            decide(
                List.of(new Member(MEMBER, NOBODY)),
                List.of(new Known(PERSON, NOBODY, true, true, true))))
        .isEqualTo(new Decision.Create(Optional.of(MEMBER)));
  }

  @Test
  void somebodyRemovedStaysOutUnderANewIdentity() {
    assertThat(decide(List.of(), List.of(new Known(PERSON, NOBODY, true, false, true))))
        .isEqualTo(new Decision.Refuse(SignInReason.MEMBER_BLOCKED));
  }

  @Test
  void anotherIdentityProviderOfTheSameOrganizationMeansTheSamePerson() {
    assertThat(decide(List.of(), List.of(new Known(PERSON, NOBODY, false, false, false))))
        .isEqualTo(new Decision.Link(PERSON, NOBODY, false));
  }

  @Test
  void ofTwoPeopleNeitherIsMeant() {
    Known other = new Known(Published.id(IdKind.PERSON), NOBODY, false, false, false);

    assertThat(decide(List.of(), List.of(new Known(PERSON, NOBODY, false, false, false), other)))
        .isEqualTo(new Decision.Refuse(SignInReason.SUBJECT_CONFLICT));
  }

  private static Decision decide(List<Member> members, List<Known> people) {
    return new FirstSignIn(members, people).decide();
  }
}
