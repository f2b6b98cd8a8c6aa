package dev.gatehouse.org.membership;

import java.util.Set;

/** How a change of a member ended. */
sealed interface MemberOutcome {

  record Done(Member member, Set<String> permissions) implements MemberOutcome {}

  /** No such organization or member. */
  record Unknown() implements MemberOutcome {}

  /** An active member has this email already. */
  record Exists(Member member) implements MemberOutcome {}

  record NoSuchRole(String role) implements MemberOutcome {}

  /** The role allows what the caller may not. */
  record BeyondCaller(String permission) implements MemberOutcome {}

  /** Nobody would be left who can manage members. */
  record LastAdministrator() implements MemberOutcome {}

  /** A removed member can only be invited again. */
  record Revoked() implements MemberOutcome {}
}
