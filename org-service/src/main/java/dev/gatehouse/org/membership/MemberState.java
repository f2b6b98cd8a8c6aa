package dev.gatehouse.org.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole public state, as events carry it (contracts/events/membership.schema.json). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberState(
    Id id,
    Id organization,
    long epoch,
    long version,
    MemberStatus status,
    @Nullable String externalId,
    @Nullable String person,
    @Nullable String email,
    @Nullable String role,
    @Nullable List<String> permissions,
    @Nullable Instant createdAt) {

  /** A revoked member may do nothing, whatever its role. */
  static MemberState of(Member member, Collection<String> permissions, long epoch) {
    boolean deleted = member.status() == MemberStatus.DELETED;
    List<String> allowed = member.isActive() ? permissions.stream().sorted().toList() : List.of();
    return new MemberState(
        member.id(),
        member.organization(),
        epoch,
        member.version(),
        member.status(),
        member.externalId(),
        member.person(),
        member.email(),
        member.role(),
        deleted ? null : allowed,
        deleted ? null : member.createdAt());
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
