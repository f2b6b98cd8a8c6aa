package dev.gatehouse.gateway.openid;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Answers that nobody can sign in, where no way to sign in is built in. */
@DefaultBean
@Singleton
class NoSignInYet implements SignInStart {

  private final AuthorizationAnswers answers;

  NoSignInYet(AuthorizationAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Uni<Response> begin(AuthorizationRequest request) {
    return Uni.createFrom()
        .item(
            answers.error(
                request, AuthorizationError.SSO_NOT_AVAILABLE, "Nobody can sign in here yet."));
  }
}
