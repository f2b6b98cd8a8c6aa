package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.gateway.interruption.Interruptions;
import dev.gatehouse.gateway.log.InterruptedSignIns.About;
import dev.gatehouse.gateway.logout.EndSessions.Ending;
import dev.gatehouse.gateway.logout.EndSessions.Outcome;
import dev.gatehouse.gateway.page.PageTexts;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.random.RandomTokens;
import dev.gatehouse.gateway.saml.SingleLogout;
import dev.gatehouse.ids.Id;
import dev.gatehouse.saml.LogoutStatus;
import dev.gatehouse.saml.LogoutVerdict;
import dev.gatehouse.saml.ReasonCode;
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
  private final Interruptions interruptions;
  private final LogoutAnswers answers;

  ReceiveLogoutRequest(
      Connections connections,
      SingleLogout singleLogout,
      EndSessions endSessions,
      Interruptions interruptions,
      LogoutAnswers answers) {
    this.connections = connections;
    this.singleLogout = singleLogout;
    this.endSessions = endSessions;
    this.interruptions = interruptions;
    this.answers = answers;
  }

  Uni<Response> receive(Id connection, UnverifiedLogout message, Optional<String> relayState) {
    return connections
        .known(connection)
        .flatMap(known ->
            known.isEmpty()
                ? answers.refused(
                    Response.Status.NOT_FOUND, PageTexts::connectionUnknown, "connection_unknown")
                : judge(known.get(), message, relayState));
  }

  private Uni<Response> judge(
      KnownConnection connection, UnverifiedLogout message, Optional<String> relayState) {
    return singleLogout
        .judge(connection, message, Optional.empty())
        .flatMap(verdict ->
            switch (verdict) {
              case LogoutVerdict.Request request -> end(connection, request, relayState);
              case LogoutVerdict.Rejected(var reason) ->
                  refused(
                      connection,
                      reason.code() == ReasonCode.SIGNATURE_MISSING
                          ? Interruption.LOGOUT_UNSIGNED
                          : Interruption.LOGOUT_REFUSED,
                      reason.code().code());
              case LogoutVerdict.Response _ ->
                  refused(connection, Interruption.LOGOUT_REFUSED, "not_a_request");
            });
  }

  private Uni<Response> end(
      KnownConnection connection, LogoutVerdict.Request request, Optional<String> relayState) {
    return endSessions
        .atIdentityProvider(
            connection,
            new Ending(
                Optional.of(new Ending.Once(request.id(), request.replayUntil())),
                Optional.of(request.subject().nameId()),
                request.subject().sessionIndexes()))
        .flatMap(outcome ->
            switch (outcome) {
              case Outcome.Replayed _ ->
                  refused(connection, Interruption.LOGOUT_REFUSED, "logout_replayed");
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

  /** The log tells the administrator, once an hour: it may come whenever anybody signs out. */
  private Uni<Response> refused(KnownConnection connection, Interruption why, String detail) {
    LOG.infof(
        "Single logout refused organizationId=%s connectionId=%s reason=%s",
        connection.organization(), connection.id(), detail);
    return interruptions.repeatedPage(
        why, new About(connection.organization(), connection.id(), null, null));
  }
}
