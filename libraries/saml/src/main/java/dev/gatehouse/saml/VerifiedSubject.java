package dev.gatehouse.saml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the identity provider says signed in, read from signed bytes only.
 *
 * @param subjectKey the stable name of the person within the connection; empty only in a rejection
 */
public record VerifiedSubject(
    String subjectKey,
    Optional<String> nameId,
    Optional<String> nameIdFormat,
    Optional<String> email,
    Optional<String> givenName,
    Optional<String> familyName,
    List<String> groups,
    Map<String, List<String>> attributes) {

  @Override
  public String toString() {
    return "VerifiedSubject[" + attributes.size() + " attributes]";
  }
}
