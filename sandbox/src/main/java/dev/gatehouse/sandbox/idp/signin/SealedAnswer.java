package dev.gatehouse.sandbox.idp.signin;

import org.jspecify.annotations.Nullable;

/** A message ready for the browser to post: where, what (base64) and the RelayState with it. */
record SealedAnswer(String acsUrl, String samlResponse, @Nullable String relayState) {
  @Override
  public String toString() {
    return "SealedAnswer[" + acsUrl + "]";
  }
}
