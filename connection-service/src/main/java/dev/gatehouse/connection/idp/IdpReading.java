package dev.gatehouse.connection.idp;

import java.util.List;

/** What became of reading what the admin gave. */
public sealed interface IdpReading {

  record Understood(IdpDescription idp) implements IdpReading {}

  /** The text tells the admin why, and what to do. */
  record Refused(Why why, String text) implements IdpReading {}

  /** The document describes several; ask again with one of these entity ids. */
  record SeveralEntities(List<String> entityIds) implements IdpReading {}

  /** The kinds of refusals. */
  enum Why {
    FETCH_REFUSED,
    FETCH_FAILED,
    METADATA_UNREADABLE,
    CERTIFICATE_UNREADABLE,
    URL_REFUSED,
    FIELDS_SWAPPED
  }
}
