package dev.gatehouse.gateway.attempt;

import dev.gatehouse.gateway.openid.AuthorizationRequest;
import dev.gatehouse.ids.Id;

/**
 * What an attempt is for. Fixed when it is stored, and nothing that a browser or an identity
 * provider sends can change it: a test never becomes a sign-in, nor the other way round.
 */
public sealed interface Purpose {

  /** To sign somebody in to an application. */
  record SignIn(AuthorizationRequest request) implements Purpose {}

  /**
   * To try a revision out; creates no person and no code.
   *
   * @param connectionVersion the version of the connection when the run was created
   * @param caller who started the run
   * @param request the request as it was sent: XML, or an address
   */
  record TestRun(Id run, long connectionVersion, String caller, String request)
      implements Purpose {}
}
