package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
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

  /** What the longest codes in use come to, several times over. */
  private static final int LONGEST_QUERY = 16_384;

  private final ReceiveCallback receive;
  private final Pages pages;
  private final String publicUrl;

  CallbackResource(
      ReceiveCallback receive,
      Pages pages,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.receive = receive;
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
      return noConnection();
    }
    String query = uri.getRequestUri().getRawQuery();
    if (query != null && query.length() > LONGEST_QUERY) {
      return refusal(
          Response.Status.REQUEST_URI_TOO_LONG,
          "This sign-in could not be read",
          "The answer of your identity provider is larger than any sign-in needs.",
          "response_too_large");
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
      case Callback.NotAsked _ ->
          refusal(
              Response.Status.FORBIDDEN,
              "Start at the application",
              "This sign-in did not start at the application, or it took too long. Open the"
                  + " application and sign in from there.",
              SignInReason.IDP_INITIATED.code());
      case Callback.OtherBrowser(var attempt) -> {
        LOG.infof(
            "Callback in another browser signInId=%s reason=%s",
            attempt, SignInReason.BROWSER_MISMATCH.code());
        yield refusal(
            Response.Status.FORBIDDEN,
            "This sign-in was started in another browser",
            "For your safety it can only be finished where it was started. Open the application in"
                + " this browser and sign in again.",
            SignInReason.BROWSER_MISMATCH.code());
      }
      case Callback.NoConnection _ -> noConnection();
    };
  }

  private Uni<Response> noConnection() {
    return refusal(
        Response.Status.NOT_FOUND,
        "There is nothing here",
        "This address belongs to no connection.",
        "connection_unknown");
  }

  private Uni<Response> refusal(Response.Status status, String heading, String text, String code) {
    return pages.refusal(status, Refusal.plain(heading, text, code));
  }
}
