package dev.gatehouse.gateway.interruption;

import dev.gatehouse.gateway.page.PageTexts;
import dev.gatehouse.gateway.page.Wording;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;

/**
 * What ends a request without ending an attempt, and what the person reads: the request belongs to
 * none, or not in this browser, or not now.
 */
public enum Interruption {
  APPLICATION_UNKNOWN(Status.BAD_REQUEST, PageTexts::brokenLink, PageTexts::applicationUnknown),
  REDIRECT_URI_UNREGISTERED(
      Status.BAD_REQUEST, PageTexts::brokenLink, PageTexts::returnAddressUnknown),
  REQUEST_EXPIRED(Status.BAD_REQUEST, PageTexts::startAtApplication, PageTexts::pageExpired),
  ATTEMPT_UNKNOWN(Status.NOT_FOUND, PageTexts::signInUnknown, PageTexts::perhapsTooOld),
  BROWSER_MISMATCH(Status.FORBIDDEN, PageTexts::otherBrowser, PageTexts::finishWhereStarted),
  RESPONSE_NOT_RECEIVED(Status.CONFLICT, PageTexts::noAnswerYet, PageTexts::finishThere),
  ASSERTION_REPLAYED(Status.CONFLICT, PageTexts::signInOver, PageTexts::finishedBefore),
  CONNECTION_UNKNOWN(Status.NOT_FOUND, PageTexts::nothingHere, PageTexts::connectionUnknown),
  RESPONSE_TOO_LARGE(
      Status.REQUEST_ENTITY_TOO_LARGE, PageTexts::notReadable, PageTexts::answerTooLarge),
  IDP_INITIATED(
      Status.FORBIDDEN, PageTexts::startAtApplication, PageTexts::notStartedAtApplication),
  OIDC_STATE_MISMATCH(Status.FORBIDDEN, IDP_INITIATED.heading, IDP_INITIATED.text),
  LOGOUT_UNSIGNED(Status.FORBIDDEN, PageTexts::logoutNotAccepted, PageTexts::logoutUnsigned),
  LOGOUT_REFUSED(Status.FORBIDDEN, LOGOUT_UNSIGNED.heading, PageTexts::logoutNotVerified),
  TEST_RUN_UNKNOWN(Status.NOT_FOUND, PageTexts::testLinkInvalid, PageTexts::testLinkOld),
  TEST_RUN_SETTINGS_LATE(
      Status.SERVICE_UNAVAILABLE, PageTexts::settingsLate, PageTexts::nothingLost),
  TEST_RUN_NOT_TESTABLE(Status.CONFLICT, PageTexts::notTestable, PageTexts::settingsIncomplete),
  TEST_RUN_STARTED(Status.CONFLICT, PageTexts::testStartedBefore, PageTexts::testLinkOnce);

  private final Status status;
  private final Wording heading;
  private final Wording text;

  Interruption(Status status, Wording heading, Wording text) {
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

  Wording heading() {
    return heading;
  }

  Wording text() {
    return text;
  }
}
