package dev.gatehouse.org.role;

import dev.gatehouse.access.Permission;
import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The roles of organizations, built-in ones included. */
@ApplicationScoped
public class Roles implements PanacheRepositoryBase<Role, UUID> {

  private static final String BY_KEY = "organization = ?1 and key = ?2";

  /**
   * What the role allows, empty if there is no such role. It stays so until the transaction ends.
   */
  public Uni<Optional<Set<String>>> permissions(Id organization, String key) {
    Optional<BuiltInRole> builtIn = BuiltInRole.of(key);
    return builtIn.isPresent()
        ? Uni.createFrom().item(builtIn.map(BuiltInRole::permissions))
        : find(BY_KEY, organization.uuid(), key)
            .withLock(LockModeType.PESSIMISTIC_READ)
            .firstResult()
            .map(found -> Optional.ofNullable(found).map(Role::permissions));
  }

  /** The keys of all roles that allow this. */
  public Uni<List<String>> keysWith(Id organization, Permission permission) {
    return list("organization", organization.uuid())
        .map(custom -> {
          List<String> keys = new ArrayList<>();
          Arrays.stream(BuiltInRole.values())
              .filter(role -> role.permissions().contains(permission.key()))
              .forEach(role -> keys.add(role.key()));
          custom.stream()
              .filter(role -> role.permissions().contains(permission.key()))
              .forEach(role -> keys.add(role.key()));
          return keys;
        });
  }

  /** What each role allows now, for showing. */
  public Uni<Map<String, Set<String>>> permissionsByKey(Id organization) {
    return of(organization)
        .map(custom -> {
          Map<String, Set<String>> permissions = new HashMap<>();
          Arrays.stream(BuiltInRole.values())
              .forEach(role -> permissions.put(role.key(), role.permissions()));
          custom.forEach(role -> permissions.put(role.key(), role.permissions()));
          return permissions;
        });
  }

  Uni<Optional<Role>> lock(Id organization, String key) {
    return find(BY_KEY, organization.uuid(), key)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .map(Optional::ofNullable);
  }

  Uni<List<Role>> of(Id organization) {
    return list("organization = ?1 order by key", organization.uuid());
  }
}
