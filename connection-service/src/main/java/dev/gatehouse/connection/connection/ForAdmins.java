package dev.gatehouse.connection.connection;

import dev.gatehouse.languages.Translation;

/** An answer in which an admin is told something. */
public interface ForAdmins {

  /** The same, with what the admin is told in the language. */
  ForAdmins in(Translation language);
}
