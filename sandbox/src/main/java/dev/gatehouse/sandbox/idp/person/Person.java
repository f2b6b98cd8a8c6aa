package dev.gatehouse.sandbox.idp.person;

/**
 * Someone to sign in as; {@code subject} never changes, whatever happens to the name or the email.
 */
public record Person(String email, String firstName, String lastName, String subject) {

  public String name() {
    return (firstName + " " + lastName).strip();
  }

  public String initials() {
    return (first(firstName) + first(lastName)).toUpperCase(java.util.Locale.ROOT);
  }

  public Person withEmail(String other) {
    return new Person(other, firstName, lastName, subject);
  }

  private static String first(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
