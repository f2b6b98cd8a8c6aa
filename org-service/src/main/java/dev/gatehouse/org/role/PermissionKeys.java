package dev.gatehouse.org.role;

import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which permissions there are, and which of them a caller may give away. */
public final class PermissionKeys {

  private static final Pattern SPELLING =
      Pattern.compile("org:[a-z][a-z0-9_]{0,62}:[a-z][a-z0-9_]{0,62}");
  private static final String OURS = "org:sys_";

  private PermissionKeys() {}

  /** The first that is neither ours nor spelled like one of the platform's own. */
  static Optional<String> firstUnknown(Collection<String> permissions) {
    return permissions.stream().filter(key -> !isKnown(key)).findFirst();
  }

  private static boolean isKnown(String key) {
    return key.startsWith(OURS)
        ? Arrays.stream(Permission.values()).anyMatch(known -> known.key().equals(key))
        : SPELLING.matcher(key).matches();
  }

  /** Nobody gives what they do not have: the first permission that would break this. */
  public static Optional<String> firstBeyond(Caller caller, Collection<String> permissions) {
    return switch (caller) {
      case Caller.Operator operator -> Optional.empty();
      case Caller.Member member ->
          permissions.stream()
              .filter(key -> key.startsWith(OURS) && !member.permissions().contains(key))
              .findFirst();
      case Caller.SetupLink link ->
          permissions.stream().filter(key -> key.startsWith(OURS)).findFirst();
    };
  }
}
