package dev.gatehouse.org.role;

import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** The members who have a role, for those who change roles. */
public interface RoleHolders {

  /** How many active members have it. */
  Uni<Long> count(Id organization, String role);

  /** Whether a member with another role can manage members. */
  Uni<Boolean> administratorsWithout(Id organization, String role);

  /** Tells everybody what the role's members may do from now on. */
  Uni<Void> permissionsChanged(Id organization, String role, Set<String> permissions, Cause cause);
}
