package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.admission.AnswerLimits;
import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.gateway.interruption.Interruptions;
import dev.gatehouse.gateway.log.InterruptedSignIns.About;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/**
 * The assertion consumer service. The post comes from another site, so no cookie can be expected
 * and nobody is signed in here: whatever the verdict, the browser is sent on to where its cookie
 * comes.
 */
@Path("/saml")
class AssertionConsumerResource {

  private static final Logger LOG = Logger.getLogger(AssertionConsumerResource.class);
  private static final int SEE_OTHER = 303;

  private final ReceiveResponse receive;
  private final InitiateLogin initiateLogin;
  private final Interruptions interruptions;
  private final Pages pages;
  private final int longestForm;
  private final String publicUrl;

  AssertionConsumerResource(
      ReceiveResponse receive,
      InitiateLogin initiateLogin,
      Interruptions interruptions,
      Pages pages,
      AnswerLimits limits,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.receive = receive;
    this.initiateLogin = initiateLogin;
    this.interruptions = interruptions;
    this.pages = pages;
    this.longestForm = limits.longest();
    this.publicUrl = publicUrl;
  }

  @POST
  @Path("/{connection}/acs")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Uni<Response> post(@PathParam("connection") String connection, String body) {
    Optional<Id> id = connectionId(connection);
    if (id.isEmpty()) {
      return interruptions.page(Interruption.CONNECTION_UNKNOWN);
    }
    // Its length was not told beforehand (chunked), else it was refused unread.
    return body.length() > longestForm
        ? interruptions.page(Interruption.RESPONSE_TOO_LARGE, id.get())
        : pages.orFault(receive.receive(id.get(), PostedForm.read(body)).flatMap(this::answer));
  }

  /** For the addresses that {@link SharedAcs} lists. */
  @POST
  @Path("/shared/acs")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Uni<Response> postShared(@Context RoutingContext request, String body) {
    Optional<String> path = SharedAcs.postedTo(request);
    if (path.isEmpty()) {
      return interruptions.page(Interruption.CONNECTION_UNKNOWN);
    }
    return body.length() > longestForm
        ? interruptions.page(Interruption.RESPONSE_TOO_LARGE)
        : pages.orFault(
            receive.receiveShared(path.get(), PostedForm.read(body)).flatMap(this::answer));
  }

  private static Optional<Id> connectionId(String bare) {
    try {
      return Optional.of(Id.parseBare(IdKind.CONNECTION, bare));
    } catch (MalformedId nobodys) {
      return Optional.empty();
    }
  }

  private Uni<Response> answer(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Kept(var attempt) -> Uni.createFrom().item(goOn(attempt));
      case Receipt.NotAsked(var connection) -> startAgain(connection);
      case Receipt.Unsolicited _ -> interruptions.page(Interruption.IDP_INITIATED);
      case Receipt.NoConnection _ -> interruptions.page(Interruption.CONNECTION_UNKNOWN);
    };
  }

  private Response goOn(Id attempt) {
    return Response.status(SEE_OTHER)
        .location(URI.create(publicUrl + "/sign-in/continue?attempt=" + attempt))
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  /**
   * An answer to nothing is thrown away; a fresh sign-in may start where the application allows.
   */
  private Uni<Response> startAgain(KnownConnection connection) {
    LOG.infof(
        "Response without a sign-in discarded organizationId=%s connectionId=%s reason=%s",
        connection.organization(), connection.id(), Interruption.IDP_INITIATED.code());
    return initiateLogin
        .addressFor(connection)
        .flatMap(address ->
            address.isPresent()
                ? Uni.createFrom()
                    .item(
                        Response.status(SEE_OTHER)
                            .location(address.get())
                            .header("Cache-Control", "no-store")
                            .header("Referrer-Policy", "no-referrer")
                            .build())
                : interruptions.page(
                    Interruption.IDP_INITIATED,
                    new About(connection.organization(), connection.id(), null, null)));
  }
}
