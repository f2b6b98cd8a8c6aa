package dev.gatehouse.saml;

import java.util.List;
import java.util.Optional;

/**
 * Whose sessions a logout request is about (SAML Core 3.7.1).
 *
 * @param sessionIndexes none: all the sessions of the person
 */
public record LogoutSubject(
    String nameId, Optional<String> nameIdFormat, List<String> sessionIndexes) {

  public LogoutSubject {
    sessionIndexes = List.copyOf(sessionIndexes);
  }

  @Override
  public String toString() {
    return "LogoutSubject[" + sessionIndexes.size() + " sessions]";
  }
}
