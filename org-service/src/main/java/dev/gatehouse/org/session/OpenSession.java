package dev.gatehouse.org.session;

import dev.gatehouse.ids.Id;
import dev.gatehouse.org.membership.Member;
import dev.gatehouse.org.membership.Members;
import dev.gatehouse.org.token.AccessTokens;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Issues a member's token. */
@ApplicationScoped
class OpenSession {

  private final Members members;
  private final AccessTokens tokens;

  OpenSession(Members members, AccessTokens tokens) {
    this.members = members;
    this.tokens = tokens;
  }

  /** Empty unless this is an active member of this organization. */
  @WithSession
  Uni<Optional<AccessTokens.Issued>> open(Id organization, Id member, String client) {
    return members
        .in(organization, member)
        .flatMap(found ->
            found.filter(Member::isActive).isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : tokens.forMember(organization, member, client).map(Optional::of));
  }
}
