package dev.gatehouse.connection.settings;

import java.util.List;

/** Under which names the identity provider sends what we read, in order of preference. */
public record AttributeNames(
    List<String> email, List<String> givenName, List<String> familyName, List<String> groups) {

  public AttributeNames {
    email = List.copyOf(email);
    givenName = List.copyOf(givenName);
    familyName = List.copyOf(familyName);
    groups = List.copyOf(groups);
  }
}
