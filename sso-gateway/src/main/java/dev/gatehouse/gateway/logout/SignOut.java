package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.logout.EndSessions.Own;
import dev.gatehouse.gateway.logout.LogoutTrips.Trip;
import dev.gatehouse.gateway.openid.IdTokenHint;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.random.RandomTokens;
import dev.gatehouse.gateway.relyingparty.EndSessionRequests;
import dev.gatehouse.gateway.saml.OutgoingLogout;
import dev.gatehouse.gateway.saml.SingleLogout;
import dev.gatehouse.gateway.session.IdpSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * An application signed somebody out: tell the others, and send the browser to the identity
 * provider where that can end its session too. Nothing that fails here keeps anybody from leaving.
 */
@Singleton
class SignOut {

  private static final Logger LOG = Logger.getLogger(SignOut.class);

  private final EndSessions endSessions;
  private final Connections connections;
  private final SingleLogout singleLogout;
  private final EndSessionRequests endSessionRequests;
  private final LogoutTrips trips;

  SignOut(
      EndSessions endSessions,
      Connections connections,
      SingleLogout singleLogout,
      EndSessionRequests endSessionRequests,
      LogoutTrips trips) {
    this.endSessions = endSessions;
    this.connections = connections;
    this.singleLogout = singleLogout;
    this.endSessionRequests = endSessionRequests;
    this.trips = trips;
  }

  /**
   * What to send the browser away with; empty when it can go straight to the target.
   *
   * @param target where the browser goes in the end
   */
  Uni<Optional<OutgoingLogout>> signOut(IdTokenHint hint, Optional<URI> target) {
    return endSessions
        .atApplication(hint)
        .invoke(own ->
            LOG.infof(
                "Signed out at the application applicationId=%s signInId=%s",
                hint.application(), hint.sid()))
        .flatMap(own ->
            own.isEmpty()
                ? Uni.createFrom().item(Optional.<OutgoingLogout>empty())
                : atIdentityProvider(own.get(), target))
        .onFailure()
        .invoke(failure ->
            LOG.errorf(failure, "Signed out at the application only signInId=%s", hint.sid()))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private Uni<Optional<OutgoingLogout>> atIdentityProvider(Own own, Optional<URI> target) {
    if (own.idp().isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return connections
        .known(own.connection())
        .flatMap(known ->
            known.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : ask(known.get(), own.idp().get(), target));
  }

  private Uni<Optional<OutgoingLogout>> ask(
      KnownConnection connection, IdpSession session, Optional<URI> target) {
    String token = RandomTokens.next();
    Trip trip = new Trip("_" + RandomTokens.next(), connection.id(), target);
    Uni<Optional<OutgoingLogout>> asked =
        session.openId() == null
            ? singleLogout.ask(connection, session, trip.requestId(), token)
            : endSessionRequests
                .write(connection, session, token)
                .map(address -> address.map(OutgoingLogout.Redirect::new));
    return asked.call(
        outgoing -> outgoing.isEmpty() ? Uni.createFrom().voidItem() : trips.add(token, trip));
  }
}
