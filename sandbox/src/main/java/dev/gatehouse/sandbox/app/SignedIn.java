package dev.gatehouse.sandbox.app;

import java.util.Map;

/** Who is signed in, as the ID token and userinfo say. */
record SignedIn(String email, Map<String, Object> claims, Map<String, Object> userinfo) {
  @Override
  public String toString() {
    return "SignedIn[masked]";
  }
}
