package dev.gatehouse.org.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member as the API shows it; a removed one has no permissions. */
@Schema(name = "Member")
record MemberView(
    Id id,
    Id organization,
    @Nullable String externalId,
    @Nullable String person,
    @Nullable String email,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String givenName,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String familyName,
    @Nullable String role,
    List<String> permissions,
    MemberStatus status,
    Instant createdAt,
    long version) {

  static MemberView of(Member member, Collection<String> permissions) {
    return new MemberView(
        member.id(),
        member.organization(),
        member.externalId(),
        member.person(),
        member.email(),
        member.givenName(),
        member.familyName(),
        member.role(),
        member.isActive() ? permissions.stream().sorted().toList() : List.of(),
        member.status(),
        member.createdAt(),
        member.version());
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
