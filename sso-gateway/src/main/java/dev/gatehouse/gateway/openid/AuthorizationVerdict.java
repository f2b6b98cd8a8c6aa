package dev.gatehouse.gateway.openid;

import org.jspecify.annotations.Nullable;

/** Whether an authorization request is one, and where an answer may go. */
sealed interface AuthorizationVerdict {

  /** A sign-in can begin. */
  record Valid(AuthorizationRequest request) implements AuthorizationVerdict {}

  /** The application made a mistake and is told so at its own, validated URI. */
  record Refused(
      String redirectUri, @Nullable String state, AuthorizationError error, String description)
      implements AuthorizationVerdict {}

  /**
   * We do not know for sure who asks: whatever the request says, nobody is sent anywhere (RFC 9700
   * section 4.11).
   */
  record Unanswerable(String reason) implements AuthorizationVerdict {}
}
