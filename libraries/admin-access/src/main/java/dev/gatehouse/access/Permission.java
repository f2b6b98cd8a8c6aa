package dev.gatehouse.access;

/** The permissions that Gatehouse itself checks. They are never given by email, only by role. */
public enum Permission {
  /** The whole self-serve flow: domains, connections, tests, activation. */
  MANAGE_ENTERPRISE_CONNECTIONS("org:sys_entconns:manage"),
  /** Domains alone. */
  MANAGE_DOMAINS("org:sys_domains:manage"),
  READ_MEMBERSHIPS("org:sys_memberships:read"),
  MANAGE_MEMBERSHIPS("org:sys_memberships:manage"),
  MANAGE_PROFILE("org:sys_profile:manage");

  private final String key;

  Permission(String key) {
    this.key = key;
  }

  /** As it stands in roles and tokens. */
  public String key() {
    return key;
  }
}
