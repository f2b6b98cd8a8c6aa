package dev.gatehouse.org.role;

/** How a change of a role ended. */
sealed interface RoleOutcome {

  record Done(Role role) implements RoleOutcome {}

  /** No such organization or role. */
  record Unknown() implements RoleOutcome {}

  record InUse(long members) implements RoleOutcome {}

  record NoSuchPermission(String permission) implements RoleOutcome {}

  /** The caller would give a permission that the caller does not have. */
  record BeyondCaller(String permission) implements RoleOutcome {}

  /** Nobody would be left who can manage members. */
  record LastAdministrator() implements RoleOutcome {}
}
