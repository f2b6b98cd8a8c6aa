package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.logout.LogoutTrips.Trip;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.saml.SingleLogout;
import dev.gatehouse.ids.Id;
import dev.gatehouse.saml.LogoutVerdict;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.UnverifiedLogout;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The browser is back from signing out at the identity provider. What the answer says is noted;
 * whatever it says, and if it says nothing that can be believed, the browser goes on.
 */
@Singleton
class ReceiveLogoutResponse {

  private static final Logger LOG = Logger.getLogger(ReceiveLogoutResponse.class);

  private final Connections connections;
  private final SingleLogout singleLogout;
  private final LogoutTrips trips;
  private final LogoutAnswers answers;

  ReceiveLogoutResponse(
      Connections connections,
      SingleLogout singleLogout,
      LogoutTrips trips,
      LogoutAnswers answers) {
    this.connections = connections;
    this.singleLogout = singleLogout;
    this.trips = trips;
    this.answers = answers;
  }

  Uni<Response> receive(Id connection, UnverifiedLogout message, Optional<String> relayState) {
    return relayState
        .map(trips::byToken)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .flatMap(trip ->
            judge(connection, message, trip)
                .onFailure()
                .invoke(failure ->
                    LOG.warnf(failure, "Logout answer not judged connectionId=%s", connection))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .flatMap(found -> answers.leave(target(trip.or(() -> found)))));
  }

  private static Optional<URI> target(Optional<Trip> trip) {
    return trip.flatMap(Trip::target);
  }

  /** The trip that the answer itself names, in words that a trusted key signed. */
  private Uni<Optional<Trip>> judge(Id id, UnverifiedLogout message, Optional<Trip> trip) {
    Optional<String> asked = trip.filter(own -> own.connection().equals(id)).map(Trip::requestId);
    return connections
        .known(id)
        .flatMap(known ->
            known.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : singleLogout
                    .judge(known.get(), message, asked)
                    .invoke(verdict -> note(id, verdict))
                    .flatMap(verdict -> named(id, verdict)));
  }

  private Uni<Optional<Trip>> named(Id connection, LogoutVerdict verdict) {
    boolean nobodyExpectedIt =
        verdict instanceof LogoutVerdict.Rejected(Reason reason)
            && reason.code() == ReasonCode.UNSOLICITED;
    return nobodyExpectedIt
        ? trips.byRequest(connection, ((LogoutVerdict.Rejected) verdict).reason().received())
        : Uni.createFrom().item(Optional.empty());
  }

  private static void note(Id connection, LogoutVerdict verdict) {
    String reason =
        switch (verdict) {
          case LogoutVerdict.Response(var status) -> "status_" + status;
          case LogoutVerdict.Rejected(var refused) -> refused.code().code();
          case LogoutVerdict.Request _ -> "not_a_response";
        };
    LOG.infof("Identity provider answered a logout connectionId=%s reason=%s", connection, reason);
  }
}
