package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.openid.AuthorizationRequest;
import java.util.List;

/** How a sign-in ended. */
sealed interface Continuation {

  /** The application gets a code. */
  record Minted(AuthorizationRequest request, String code) implements Continuation {
    @Override
    public String toString() {
      return "Minted[…]";
    }
  }

  /** Nobody is signed in; administrators find why under the reference. */
  record Refused(AuthorizationRequest request, String reference, List<Finding> findings)
      implements Continuation {}

  /** It ended before. */
  record EndedBefore() implements Continuation {}
}
