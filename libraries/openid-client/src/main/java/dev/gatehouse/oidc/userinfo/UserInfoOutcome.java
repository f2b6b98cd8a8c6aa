package dev.gatehouse.oidc.userinfo;

import dev.gatehouse.oidc.JsonObject;

/** What became of asking the UserInfo endpoint. */
public sealed interface UserInfoOutcome {

  /** It answered with claims, which are believed only together with an accepted ID token. */
  record Read(JsonObject claims) implements UserInfoOutcome {}

  /**
   * Nothing usable came.
   *
   * @param text one sentence for the admin, none of it from the other side
   */
  record Unavailable(String text) implements UserInfoOutcome {}
}
