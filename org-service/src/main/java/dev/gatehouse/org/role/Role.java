package dev.gatehouse.org.role;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role that an organization made for itself. */
@Entity
@Table(name = "role")
class Role {

  @jakarta.persistence.Id private UUID id;

  @Column private UUID organization;

  @Column private String key;

  @Column private String name;

  @Column private String[] permissions;

  @Column private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Role() {}

  Role(
      UUID id,
      Id organization,
      String key,
      String name,
      Collection<String> permissions,
      Instant now) {
    this.id = id;
    this.organization = organization.uuid();
    this.key = key;
    this.name = name;
    this.permissions = sorted(permissions);
    this.version = 1;
    this.createdAt = now;
  }

  void change(@Nullable String newName, @Nullable Collection<String> newPermissions) {
    if (newName != null) {
      name = newName;
    }
    if (newPermissions != null) {
      permissions = sorted(newPermissions);
    }
    version++;
  }

  private static String[] sorted(Collection<String> permissions) {
    return permissions.stream().distinct().sorted().toArray(String[]::new);
  }

  Id organization() {
    return new Id(IdKind.ORGANIZATION, organization);
  }

  String key() {
    return key;
  }

  String name() {
    return name;
  }

  List<String> permissionList() {
    return List.of(permissions);
  }

  Set<String> permissions() {
    return Set.of(permissions);
  }

  long version() {
    return version;
  }

  Instant createdAt() {
    return createdAt;
  }
}
