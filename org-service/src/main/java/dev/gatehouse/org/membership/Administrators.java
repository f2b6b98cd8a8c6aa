package dev.gatehouse.org.membership;

import dev.gatehouse.access.Permission;
import dev.gatehouse.ids.Id;
import dev.gatehouse.org.role.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The members who can manage members. At least one should remain. */
@ApplicationScoped
class Administrators {

  private final Roles roles;
  private final Members members;

  Administrators(Roles roles, Members members) {
    this.roles = roles;
    this.members = members;
  }

  Uni<Boolean> anyBeside(Member member) {
    return keys(member.organization())
        .flatMap(keys -> any(member.organization(), keys, member.id().uuid()));
  }

  Uni<Boolean> anyWithout(Id organization, String role) {
    return keys(organization)
        .map(keys -> keys.stream().filter(key -> !key.equals(role)).toList())
        .flatMap(keys -> any(organization, keys, organization.uuid()));
  }

  private Uni<List<String>> keys(Id organization) {
    return roles.keysWith(organization, Permission.MANAGE_MEMBERSHIPS);
  }

  private Uni<Boolean> any(Id organization, List<String> roleKeys, UUID except) {
    return members
        .count(
            "organization = ?1 and status = ?2 and role in ?3 and id <> ?4",
            organization.uuid(),
            MemberStatus.ACTIVE,
            roleKeys,
            except)
        .map(found -> found > 0);
  }
}
