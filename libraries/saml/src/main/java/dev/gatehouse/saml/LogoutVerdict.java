package dev.gatehouse.saml;

import java.time.Instant;

/** The answer to one message of single logout. */
public sealed interface LogoutVerdict {

  /**
   * The identity provider asks to end sessions; only replay remains to be checked.
   *
   * @param replayUntil until when the id has to be remembered
   */
  record Request(String id, LogoutSubject subject, Instant replayUntil) implements LogoutVerdict {}

  /** The identity provider answers our request. */
  record Response(LogoutStatus status) implements LogoutVerdict {}

  /** The message proves nothing. */
  record Rejected(Reason reason) implements LogoutVerdict {}
}
