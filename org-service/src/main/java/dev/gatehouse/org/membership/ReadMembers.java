package dev.gatehouse.org.membership;

import dev.gatehouse.access.Page;
import dev.gatehouse.ids.Id;
import dev.gatehouse.org.role.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows members with what their roles allow. */
@ApplicationScoped
class ReadMembers {

  private final Members members;
  private final Roles roles;

  ReadMembers(Members members, Roles roles) {
    this.members = members;
    this.roles = roles;
  }

  @WithSession
  Uni<Optional<MemberView>> one(Id organization, Id id) {
    return members
        .in(organization, id)
        .flatMap(found ->
            roles
                .permissionsByKey(organization)
                .map(permissions -> found.map(member -> view(member, permissions))));
  }

  @WithSession
  Uni<Page<MemberView>> page(
      Id organization, @Nullable String emailDomain, @Nullable Id after, int limit) {
    return members
        .list(organization, emailDomain, after, limit + 1)
        .flatMap(found ->
            roles
                .permissionsByKey(organization)
                .map(permissions ->
                    Page.of(
                        found.stream().map(member -> view(member, permissions)).toList(),
                        limit,
                        MemberView::id)));
  }

  private static MemberView view(Member member, Map<String, Set<String>> permissions) {
    String role = String.valueOf(member.role());
    return MemberView.of(member, permissions.getOrDefault(role, Set.of()));
  }
}
