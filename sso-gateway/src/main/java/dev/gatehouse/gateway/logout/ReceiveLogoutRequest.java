package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.logout.EndSessions.Outcome;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.random.RandomTokens;
import dev.gatehouse.gateway.saml.SingleLogout;
import dev.gatehouse.ids.Id;
import dev.gatehouse.saml.LogoutStatus;
import dev.gatehouse.saml.LogoutVerdict;
import dev.gatehouse.saml.UnverifiedLogout;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The identity provider signs somebody out. Only a message that its key vouches for ends anything;
 * the answer goes back the way that the connection's settings say, never one that the message says.
 */
@Singleton
class ReceiveLogoutRequest {

  private static final Logger LOG = Logger.getLogger(ReceiveLogoutRequest.class);

  private final Connections connections;
  private final SingleLogout singleLogout;
  private final EndSessions endSessions;
  private final LogoutAnswers answers;

  ReceiveLogoutRequest(
      Connections connections,
      SingleLogout singleLogout,
      EndSessions endSessions,
      LogoutAnswers answers) {
    this.connections = connections;
    this.singleLogout = singleLogout;
    this.endSessions = endSessions;
    this.answers = answers;
  }

  Uni<Response> receive(Id connection, UnverifiedLogout message, Optional<String> relayState) {
    return connections
        .known(connection)
        .flatMap(known ->
            known.isEmpty()
                ? answers.refused(
                    Response.Status.NOT_FOUND,
                    "This address belongs to no connection.",
                    "connection_unknown")
                : judge(known.get(), message, relayState));
  }

  private Uni<Response> judge(
      KnownConnection connection, UnverifiedLogout message, Optional<String> relayState) {
    return singleLogout
        .judge(connection, message, Optional.empty())
        .flatMap(verdict ->
            switch (verdict) {
              case LogoutVerdict.Request request -> end(connection, request, relayState);
              case LogoutVerdict.Rejected(var reason) -> refused(connection, reason.code().code());
              case LogoutVerdict.Response _ -> refused(connection, "not_a_request");
            });
  }

  private Uni<Response> end(
      KnownConnection connection, LogoutVerdict.Request request, Optional<String> relayState) {
    return endSessions
        .atIdentityProvider(connection, request)
        .flatMap(outcome ->
            switch (outcome) {
              case Outcome.Replayed _ -> refused(connection, "logout_replayed");
              case Outcome.Done done -> {
                LOG.infof(
                    "Signed out at the identity provider organizationId=%s connectionId=%s"
                        + " sessions=%d",
                    connection.organization(), connection.id(), done.sessions());
                yield answer(connection, request, done, relayState);
              }
            });
  }

  private Uni<Response> answer(
      KnownConnection connection,
      LogoutVerdict.Request request,
      Outcome.Done done,
      Optional<String> relayState) {
    return singleLogout
        .answer(
            connection,
            "_" + RandomTokens.next(),
            request.id(),
            done.everywhere() ? LogoutStatus.SUCCESS : LogoutStatus.PARTIAL,
            relayState)
        .flatMap(outgoing ->
            outgoing.isPresent() ? answers.away(outgoing.get()) : answers.leave(Optional.empty()));
  }

  private Uni<Response> refused(KnownConnection connection, String reason) {
    LOG.infof(
        "Single logout refused organizationId=%s connectionId=%s reason=%s",
        connection.organization(), connection.id(), reason);
    return answers.refused(
        Response.Status.FORBIDDEN,
        "The message from your identity provider could not be verified, so nobody was signed out"
            + " here.",
        "logout_refused");
  }
}
