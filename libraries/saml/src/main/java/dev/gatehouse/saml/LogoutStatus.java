package dev.gatehouse.saml;

/** How far a logout got (SAML Core 3.2.2.2). */
public enum LogoutStatus {
  /** Everywhere. */
  SUCCESS,
  /** Not at every participant of the session. */
  PARTIAL,
  /** Not at all, as far as one can tell. */
  FAILED
}
