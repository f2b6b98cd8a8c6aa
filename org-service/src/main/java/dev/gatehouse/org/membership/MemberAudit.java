package dev.gatehouse.org.membership;

import org.jspecify.annotations.Nullable;

/** What audit records, which are kept for ever, show of a member: no whole address, no name. */
record MemberAudit(
    @Nullable String email,
    @Nullable String externalId,
    @Nullable String person,
    @Nullable String role,
    MemberStatus status) {

  static MemberAudit of(Member member) {
    String email = member.email();
    return new MemberAudit(
        email == null ? null : EmailAddress.masked(email),
        member.externalId(),
        member.person(),
        member.role(),
        member.status());
  }
}
