package dev.gatehouse.sandbox.idp.person;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.sandbox.kept.KeptFile;
import dev.gatehouse.sandbox.kept.KeptFiles;
import dev.gatehouse.sandbox.pages.Refusal;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everyone the identity provider knows; a person who is asked for and missing is made. */
@Singleton
public final class People {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeptFile<List<Person>> people;

  People(KeptFiles files) {
    people = files.open("people", new TypeReference<>() {}, People::first);
  }

  public List<Person> all() {
    return people.get();
  }

  public Optional<Person> find(String email) {
    return people.get().stream().filter(p -> p.email().equalsIgnoreCase(email.strip())).findFirst();
  }

  public Person findOrMake(String email) {
    return find(email).orElseGet(() -> save(email, null, null, null));
  }

  /** Adds a person, or changes the one with this email; what is not said is kept or made up. */
  public synchronized Person save(
      String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String subject) {
    String address = email.strip();
    if (!EMAIL.matcher(address).matches()) {
      throw Refusal.badRequest(
          "That is not an email address",
          "Write it as name@domain, for example dana@acme.example.");
    }
    Person before = find(address).orElseGet(() -> madeUp(address));
    Person after =
        new Person(
            address,
            orElse(firstName, before.firstName()),
            orElse(lastName, before.lastName()),
            orElse(subject, before.subject()));
    people.update(all -> {
      List<Person> next = new ArrayList<>(all);
      next.removeIf(p -> p.email().equalsIgnoreCase(address));
      next.add(after);
      return List.copyOf(next);
    });
    return after;
  }

  void remove(String email) {
    people.update(
        all -> all.stream().filter(p -> !p.email().equalsIgnoreCase(email.strip())).toList());
  }

  /** The first people's subjects are fixed, so that an emptied sandbox knows them again. */
  private static List<Person> first() {
    return List.of(
        new Person("alice@acme.example", "Alice", "Archer", "u-0001-alice"),
        new Person("bob@acme.example", "Bob", "Brewer", "u-0002-bob"),
        new Person("carol@acme.example", "Carol", "Chen", "u-0003-carol"),
        new Person("erin@globex.example", "Erin", "Egede", "u-0004-erin"),
        new Person("mallory@evil.example", "Mallory", "Moss", "u-0005-mallory"));
  }

  private static Person madeUp(String email) {
    String[] words = email.substring(0, email.indexOf('@')).split("[._+-]+");
    byte[] subject = new byte[8];
    RANDOM.nextBytes(subject);
    return new Person(
        email,
        capitalised(words.length > 0 ? words[0] : ""),
        words.length > 1 ? capitalised(words[words.length - 1]) : "Example",
        "u-" + HexFormat.of().formatHex(subject));
  }

  private static String capitalised(String word) {
    return word.isEmpty()
        ? "Someone"
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String orElse(@Nullable String given, String otherwise) {
    return given == null || given.isBlank() ? otherwise : given.strip();
  }
}
