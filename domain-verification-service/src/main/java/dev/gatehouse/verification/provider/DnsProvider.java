package dev.gatehouse.verification.provider;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A DNS provider as {@code dns-providers.json} describes it.
 *
 * @param key stable, for clients
 * @param name as the provider calls itself
 * @param nameServers host names of its servers, {@code *} standing for anything
 * @param hostForm what its console wants in the host field
 * @param quotedValue whether its console wants the value in quotation marks
 */
public record DnsProvider(
    String key, String name, List<String> nameServers, HostForm hostForm, boolean quotedValue) {

  boolean runs(String server) {
    return nameServers.stream().anyMatch(glob -> matches(glob, server));
  }

  /** What to type into the host field for a name in a zone. */
  public String hostToEnter(String fullName, String zone) {
    return switch (hostForm) {
      case ABSOLUTE -> fullName + ".";
      case RELATIVE ->
          fullName.endsWith("." + zone)
              ? fullName.substring(0, fullName.length() - zone.length() - 1)
              : fullName;
    };
  }

  /** What to type into the value field. */
  public String valueToEnter(String value) {
    return quotedValue ? "\"" + value + "\"" : value;
  }

  private static boolean matches(String glob, String server) {
    String pattern = Pattern.quote(glob).replace("*", "\\E.*\\Q");
    return Pattern.matches(pattern, server);
  }
}
