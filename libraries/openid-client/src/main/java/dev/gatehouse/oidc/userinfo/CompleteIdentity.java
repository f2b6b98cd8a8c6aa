package dev.gatehouse.oidc.userinfo;

import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.fetch.HttpAnswer;
import dev.gatehouse.oidc.fetch.HttpFetch;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict.Accepted;
import dev.gatehouse.oidc.idtoken.VerifiedIdentity;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Optional;

/** Asks UserInfo for what an accepted ID token lacks; Okta's, for one, are thin. */
public final class CompleteIdentity {

  private final HttpFetch fetch;

  public CompleteIdentity(HttpFetch fetch) {
    this.fetch = fetch;
  }

  /**
   * Asks only if email or both names are missing, and it can. Never fails.
   *
   * @return accepted only with an email
   */
  public Uni<IdTokenVerdict> complete(
      Accepted accepted, Optional<URI> userInfoEndpoint, Optional<String> accessToken) {
    if (isComplete(accepted.identity())) {
      return Uni.createFrom().item(accepted);
    }
    if (userInfoEndpoint.isEmpty() || accessToken.isEmpty()) {
      return Uni.createFrom()
          .item(
              UserInfoJudge.judge(
                  accepted, new UserInfoOutcome.Unavailable("There is no UserInfo to ask.")));
    }
    return fetch
        .get(userInfoEndpoint.get(), Optional.of("Bearer " + accessToken.get()))
        .map(answer -> UserInfoJudge.judge(accepted, read(answer)));
  }

  private static boolean isComplete(VerifiedIdentity identity) {
    return identity.email().isPresent()
        && (identity.givenName().isPresent() || identity.familyName().isPresent());
  }

  private static UserInfoOutcome read(HttpAnswer answer) {
    return switch (answer) {
      case HttpAnswer.NoAnswer none -> new UserInfoOutcome.Unavailable(none.text());
      case HttpAnswer.Answered answered when answered.status() != 200 ->
          new UserInfoOutcome.Unavailable(
              "UserInfo answered with status " + answered.status() + ".");
      case HttpAnswer.Answered answered ->
          JsonObject.parse(answered.body())
              .<UserInfoOutcome>map(UserInfoOutcome.Read::new)
              .orElseGet(() ->
                  new UserInfoOutcome.Unavailable(
                      "UserInfo did not answer with plain JSON; signed answers are not read."));
    };
  }
}
