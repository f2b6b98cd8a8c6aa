package dev.gatehouse.org.role;

import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.HibernateOutbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Audit records of roles. Their effect on members is published with the memberships. */
@ApplicationScoped
class RoleAudit {

  /** What audit records show of a role. */
  record Snapshot(String key, String name, List<String> permissions) {
    static Snapshot of(Role role) {
      return new Snapshot(role.key(), role.name(), role.permissionList());
    }
  }

  private final Roles roles;
  private final HibernateOutbox outbox;
  private final Events events;

  RoleAudit(Roles roles, HibernateOutbox outbox, Events events) {
    this.roles = roles;
    this.outbox = outbox;
    this.events = events;
  }

  Uni<Void> record(
      Role role, Cause cause, String action, @Nullable Snapshot before, @Nullable Snapshot after) {
    String organization = role.organization().toString();
    return roles
        .getSession()
        .flatMap(session ->
            outbox.append(
                session, events.audit(organization, cause, action, role.key(), before, after)));
  }
}
