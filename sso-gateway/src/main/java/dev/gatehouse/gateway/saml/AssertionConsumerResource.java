package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.admission.AnswerLimits;
import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.log.InterruptedSignIns;
import dev.gatehouse.gateway.log.InterruptedSignIns.About;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
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
  private final InterruptedSignIns interrupted;
  private final Pages pages;
  private final int longestForm;
  private final String publicUrl;

  AssertionConsumerResource(
      ReceiveResponse receive,
      InitiateLogin initiateLogin,
      InterruptedSignIns interrupted,
      Pages pages,
      AnswerLimits limits,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.receive = receive;
    this.initiateLogin = initiateLogin;
    this.interrupted = interrupted;
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
      return noConnection();
    }
    return body.length() > longestForm
        ? tooLarge()
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
      return noConnection();
    }
    return body.length() > longestForm
        ? tooLarge()
        : pages.orFault(
            receive.receiveShared(path.get(), PostedForm.read(body)).flatMap(this::answer));
  }

  /** Its length was not told beforehand (chunked), else it was refused unread. */
  private Uni<Response> tooLarge() {
    return pages.refusal(Response.Status.REQUEST_ENTITY_TOO_LARGE, Pages.TOO_LARGE);
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
      case Receipt.Unsolicited _ -> startAtTheApplication();
      case Receipt.NoConnection _ -> noConnection();
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
        connection.organization(), connection.id(), SignInReason.IDP_INITIATED.code());
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
                : notStartedHere(
                    new About(connection.organization(), connection.id(), null, null)));
  }

  private Uni<Response> notStartedHere(About about) {
    String reason = SignInReason.IDP_INITIATED.code();
    return interrupted
        .record(about, reason)
        .flatMap(reference ->
            pages.refusal(
                Response.Status.FORBIDDEN,
                new Refusal(
                    "Start at the application",
                    "This sign-in did not start at the application, or it took too long. Open the"
                        + " application and sign in from there.",
                    reason,
                    reference,
                    Optional.empty())));
  }

  private Uni<Response> startAtTheApplication() {
    return notStartedHere(About.nobody());
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
