package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.gateway.interruption.Interruptions;
import dev.gatehouse.gateway.log.InterruptedSignIns.About;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/**
 * The redirect URI of one connection; no two share one, which is what mix-up needs (RFC 9700
 * 4.4.2). Nobody is signed in here: whatever the verdict, the browser is sent on to where all
 * attempts end, and with a fresh address, so that the code is in no history or referrer.
 */
@Path("/oidc/{connection}/callback")
class CallbackResource {

  private static final Logger LOG = Logger.getLogger(CallbackResource.class);
  private static final int SEE_OTHER = 303;

  private final ReceiveCallback receive;
  private final Interruptions interruptions;
  private final Pages pages;
  private final String publicUrl;

  CallbackResource(
      ReceiveCallback receive,
      Interruptions interruptions,
      Pages pages,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.receive = receive;
    this.interruptions = interruptions;
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Response> callback(
      @PathParam("connection") String connection,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Optional<Id> id = connectionId(connection);
    if (id.isEmpty()) {
      return interruptions.page(Interruption.CONNECTION_UNKNOWN);
    }
    Map<String, List<String>> parameters = Map.copyOf(uri.getQueryParameters());
    return pages.orFault(
        receive.receive(id.get(), parameters, headers.getCookies()).flatMap(this::answer));
  }

  private static Optional<Id> connectionId(String bare) {
    try {
      return Optional.of(Id.parseBare(IdKind.CONNECTION, bare));
    } catch (MalformedId nobodys) {
      return Optional.empty();
    }
  }

  private Uni<Response> answer(Callback callback) {
    return switch (callback) {
      case Callback.GoOn(var attempt) ->
          Uni.createFrom()
              .item(
                  Response.status(SEE_OTHER)
                      .location(URI.create(publicUrl + "/sign-in/continue?attempt=" + attempt))
                      .header("Cache-Control", "no-store")
                      .header("Referrer-Policy", "no-referrer")
                      .build());
      case Callback.NotAsked(var connection) ->
          interruptions.page(
              Interruption.OIDC_STATE_MISMATCH,
              new About(connection.organization(), connection.id(), null, null));
      case Callback.OtherBrowser(var attempt) -> {
        LOG.infof(
            "Callback in another browser signInId=%s reason=%s",
            attempt.id(), Interruption.BROWSER_MISMATCH.code());
        yield interruptions.page(
            Interruption.BROWSER_MISMATCH,
            new About(attempt.organization(), attempt.connection(), attempt.revision(), null));
      }
      case Callback.NoConnection _ -> interruptions.page(Interruption.CONNECTION_UNKNOWN);
    };
  }
}
