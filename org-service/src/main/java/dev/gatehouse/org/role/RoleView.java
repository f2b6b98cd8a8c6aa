package dev.gatehouse.org.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.ids.Id;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role as the API shows it; built-in ones have no version because nobody changes them. */
@Schema(name = "Role")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoleView(
    Id organization,
    String key,
    String name,
    List<String> permissions,
    boolean builtIn,
    @Nullable Long version) {

  static RoleView of(Role role) {
    return new RoleView(
        role.organization(), role.key(), role.name(), role.permissionList(), false, role.version());
  }

  static RoleView of(BuiltInRole role, Id organization) {
    List<String> permissions = role.permissions().stream().sorted().toList();
    return new RoleView(organization, role.key(), role.title(), permissions, true, null);
  }
}
