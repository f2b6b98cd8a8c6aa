package dev.gatehouse.oidc.idtoken;

import dev.gatehouse.oidc.ProviderRules;
import java.util.List;

/** The claims under which a provider sends what we read, the preferred one first. */
public record ClaimMapping(
    List<String> email, List<String> givenName, List<String> familyName, List<String> groups) {

  private static final List<String> GROUPS = List.of("groups");

  public ClaimMapping {
    email = List.copyOf(email);
    givenName = List.copyOf(givenName);
    familyName = List.copyOf(familyName);
    groups = List.copyOf(groups);
  }

  /**
   * The names that a provider uses unless told otherwise. Entra leaves {@code email} out for people
   * without a mailbox, whose user name then serves: its domain is one the tenant has proven.
   */
  public static ClaimMapping usualFor(ProviderRules rules) {
    List<String> email =
        rules instanceof ProviderRules.Entra
            ? List.of("email", "upn", "preferred_username")
            : List.of("email");
    return new ClaimMapping(email, List.of("given_name"), List.of("family_name"), GROUPS);
  }
}
