package dev.gatehouse.sandbox.app;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * Who is signed in, as the ID token and userinfo say.
 *
 * @param session what a later logout goes by
 */
record SignedIn(
    String email,
    Map<String, Object> claims,
    Map<String, Object> userinfo,
    @JsonIgnore ProviderSession session) {
  @Override
  public String toString() {
    return "SignedIn[masked]";
  }
}
