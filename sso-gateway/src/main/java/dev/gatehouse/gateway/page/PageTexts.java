package dev.gatehouse.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the pages say. The words are in {@code messages/page_*.properties}, a file for each
 * language.
 */
@MessageBundle(value = "page", locale = "en")
public interface PageTexts {

  /** Its tag, for {@code <html lang>}. */
  @Message
  String language();

  // The page that asks for the email address.

  @Message
  String signIn();

  @Message
  String signInText();

  @Message
  String workEmail();

  @Message
  String emailInvalid();

  @Message
  String rememberEmail();

  @Message
  String goOn();

  @Message
  String choose();

  // On the way to the identity provider.

  @Message
  String leaving();

  @Message
  String leavingHeading();

  @Message
  String leavingLogout();

  @Message
  String leavingLogoutHeading();

  @Message
  String byHand();

  // When a sign-in ends without success.

  @Message
  String beforeReference();

  @Message
  String afterReference();

  @Message
  String backToApplication();

  @Message
  String notSignedIn();

  @Message
  String notMatching();

  @Message
  String notReadable();

  @Message
  String answerTooLarge();

  @Message
  String manyPeople();

  @Message
  String manyAnswers();

  @Message
  String waitAndReload();

  @Message
  String tooManyTries();

  @Message
  String waitAndGoBack();

  @Message
  String ourFault();

  @Message
  String nothingChanged();

  // When a request belongs to no sign-in, or not in this browser, or not now.

  @Message
  String brokenLink();

  @Message
  String applicationUnknown();

  @Message
  String returnAddressUnknown();

  @Message
  String startAtApplication();

  @Message
  String pageExpired();

  @Message
  String signInUnknown();

  @Message
  String perhapsTooOld();

  @Message
  String otherBrowser();

  @Message
  String finishWhereStarted();

  @Message
  String noAnswerYet();

  @Message
  String finishThere();

  @Message
  String signInOver();

  @Message
  String finishedBefore();

  @Message
  String nothingHere();

  @Message
  String connectionUnknown();

  @Message
  String notStartedAtApplication();

  // Signing out.

  @Message
  String logoutNotAccepted();

  @Message
  String logoutUnsigned();

  @Message
  String logoutNotVerified();

  @Message
  String logoutTooLarge();

  @Message
  String logoutMessageMissing();

  @Message
  String signedOut();

  @Message
  String perhapsStillSignedIn();

  @Message
  String wantToSignOut();

  @Message
  String logoutUnconfirmed();

  // Test sign-ins.

  @Message
  String testLinkInvalid();

  @Message
  String testLinkOld();

  @Message
  String settingsLate();

  @Message
  String nothingLost();

  @Message
  String notTestable();

  @Message
  String settingsIncomplete();

  @Message
  String testStartedBefore();

  @Message
  String testLinkOnce();

  @Message
  String preparing();

  @Message
  String preparingHeading();

  @Message
  String preparingText();

  @Message
  String testPassed();

  @Message
  String testFailed();

  @Message
  String testPassedHeading();

  @Message
  String testFailedHeading();

  @Message
  String beforeWho();

  @Message
  String afterWho();

  @Message
  String testFailedText();

  @Message
  String expected();

  @Message
  String received();

  @Message
  String where();

  @Message
  String whatToDo();

  @Message
  String says(String product, String title);

  @Message
  String everyCheck();

  @Message
  String check();

  @Message
  String passed();

  @Message
  String failed();

  @Message
  String notReached();
}
