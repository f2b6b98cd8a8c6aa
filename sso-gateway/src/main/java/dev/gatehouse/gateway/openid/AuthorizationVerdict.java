package dev.gatehouse.gateway.openid;

import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.ids.Id;
import org.jspecify.annotations.Nullable;

/** Whether an authorization request is one, and where an answer may go. */
sealed interface AuthorizationVerdict {

  /**
   * A sign-in can begin.
   *
   * @param applicationVersion of the application whose redirect URI it is
   */
  record Valid(AuthorizationRequest request, long applicationVersion)
      implements AuthorizationVerdict {}

  /** The application made a mistake and is told so at its own, validated URI. */
  record Refused(
      String redirectUri, @Nullable String state, AuthorizationError error, String description)
      implements AuthorizationVerdict {}

  /**
   * We do not know for sure who asks: whatever the request says, nobody is sent anywhere (RFC 9700
   * section 4.11).
   *
   * @param application the one that is named, if there is such
   */
  record Unanswerable(Interruption why, @Nullable Id application) implements AuthorizationVerdict {}
}
