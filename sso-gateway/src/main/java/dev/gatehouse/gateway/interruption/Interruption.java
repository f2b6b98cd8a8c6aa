package dev.gatehouse.gateway.interruption;

import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;

/**
 * What ends a request without ending an attempt, and what the person reads: the request belongs to
 * none, or not in this browser, or not now.
 */
public enum Interruption {
  APPLICATION_UNKNOWN(
      Status.BAD_REQUEST,
      "This link does not work",
      "The application that sent you here is not registered."),
  REDIRECT_URI_UNREGISTERED(
      Status.BAD_REQUEST,
      "This link does not work",
      "The address to return to is not one that the application has registered."),
  REQUEST_EXPIRED(
      Status.BAD_REQUEST,
      "Start at the application",
      "This page was open too long, or was not reached from the application. Open the application"
          + " and sign in from there."),
  ATTEMPT_UNKNOWN(
      Status.NOT_FOUND,
      "This sign-in is not known",
      "It may be too old. Open the application and sign in again."),
  BROWSER_MISMATCH(
      Status.FORBIDDEN,
      "This sign-in was started in another browser",
      "For your safety it can only be finished where it was started. Open the application in this"
          + " browser and sign in again."),
  RESPONSE_NOT_RECEIVED(
      Status.CONFLICT,
      "Your identity provider has not answered yet",
      "Finish signing in there, or open the application and start again."),
  ASSERTION_REPLAYED(
      Status.CONFLICT,
      "This sign-in is over",
      "It was finished before. Open the application; sign in again if it asks you to."),
  CONNECTION_UNKNOWN(
      Status.NOT_FOUND, "There is nothing here", "This address belongs to no connection."),
  RESPONSE_TOO_LARGE(
      Status.REQUEST_ENTITY_TOO_LARGE,
      "This sign-in could not be read",
      "The message from your identity provider is larger than any sign-in needs."),
  IDP_INITIATED(
      Status.FORBIDDEN,
      "Start at the application",
      "This sign-in did not start at the application, or it took too long. Open the application"
          + " and sign in from there."),
  OIDC_STATE_MISMATCH(Status.FORBIDDEN, IDP_INITIATED.heading, IDP_INITIATED.text),
  LOGOUT_UNSIGNED(
      Status.FORBIDDEN,
      "This sign-out was not accepted",
      "The message from your identity provider is not signed, so anybody could have sent it, and"
          + " nobody was signed out here. Sign out in the application itself."),
  LOGOUT_REFUSED(
      Status.FORBIDDEN,
      LOGOUT_UNSIGNED.heading,
      "The message from your identity provider could not be verified, so nobody was signed out"
          + " here."),
  TEST_RUN_UNKNOWN(
      Status.NOT_FOUND,
      "This test link is not valid",
      "It may be too old. Start a new test in the Security tab."),
  TEST_RUN_SETTINGS_LATE(
      Status.SERVICE_UNAVAILABLE,
      "Your latest settings have not arrived yet",
      "Nothing is lost. Reload this page in a minute, or start a new test in the Security tab."),
  TEST_RUN_NOT_TESTABLE(
      Status.CONFLICT,
      "These settings cannot be tested",
      "They are not complete. Complete them in the Security tab and start a new test."),
  TEST_RUN_STARTED(
      Status.CONFLICT,
      "This test was started before",
      "A test link works once. Start a new test in the Security tab.");

  private final Status status;
  private final String heading;
  private final String text;

  Interruption(Status status, String heading, String text) {
    this.status = status;
    this.heading = heading;
    this.text = text;
  }

  /** A stable name for machines, and in the catalogue of failures. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Status status() {
    return status;
  }

  String heading() {
    return heading;
  }

  String text() {
    return text;
  }
}
