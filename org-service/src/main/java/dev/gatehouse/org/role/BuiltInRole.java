package dev.gatehouse.org.role;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.gatehouse.access.Permission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The roles that every organization has and nobody changes. */
public enum BuiltInRole {
  ADMIN("org:admin", "Admin", Permission.values()),
  /** Also what people get who come in by single sign-on without having been invited. */
  MEMBER("org:member", "Member", Permission.READ_MEMBERSHIPS);

  private final String key;
  private final String title;
  private final Set<String> permissions;

  BuiltInRole(String key, String title, Permission... permissions) {
    this.key = key;
    this.title = title;
    this.permissions = Arrays.stream(permissions).map(Permission::key).collect(toUnmodifiableSet());
  }

  public String key() {
    return key;
  }

  String title() {
    return title;
  }

  public Set<String> permissions() {
    return permissions;
  }

  /** The built-in role with this key. */
  public static Optional<BuiltInRole> of(String key) {
    return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
  }
}
