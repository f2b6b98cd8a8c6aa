package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.page.PageTexts;
import dev.gatehouse.gateway.saml.PostedForm;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import dev.gatehouse.saml.UnverifiedLogout;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where an identity provider's requests and answers of single logout arrive, by either binding. */
@Path("/saml/{connection}/slo")
class SingleLogoutResource {

  private static final int LONGEST_FORM = 400_000;

  private final ReceiveLogoutRequest receiveRequest;
  private final ReceiveLogoutResponse receiveResponse;
  private final LogoutAnswers answers;

  SingleLogoutResource(
      ReceiveLogoutRequest receiveRequest,
      ReceiveLogoutResponse receiveResponse,
      LogoutAnswers answers) {
    this.receiveRequest = receiveRequest;
    this.receiveResponse = receiveResponse;
    this.answers = answers;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Response> redirected(
      @PathParam("connection") String connection, @Context HttpServerRequest request) {
    // As it came: the signature is over the characters.
    String query = request.query() == null ? "" : request.query();
    PostedForm form = PostedForm.read(query);
    return receive(
        connection,
        form,
        form.samlRequest().map(_ -> UnverifiedLogout.fromQuery(query)),
        form.samlResponse().map(_ -> UnverifiedLogout.fromQuery(query)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Uni<Response> posted(@PathParam("connection") String connection, String body) {
    if (body.length() > LONGEST_FORM) {
      return answers.refused(
          Response.Status.REQUEST_ENTITY_TOO_LARGE,
          PageTexts::logoutTooLarge,
          "response_too_large");
    }
    PostedForm form = PostedForm.read(body);
    return receive(
        connection,
        form,
        form.samlRequest().map(UnverifiedLogout::requestFromForm),
        form.samlResponse().map(UnverifiedLogout::responseFromForm));
  }

  private Uni<Response> receive(
      String bare,
      PostedForm form,
      Optional<UnverifiedLogout> request,
      Optional<UnverifiedLogout> response) {
    Optional<Id> connection = connectionId(bare);
    if (connection.isEmpty()) {
      return answers.refused(
          Response.Status.NOT_FOUND, PageTexts::connectionUnknown, "connection_unknown");
    }
    if (request.isPresent() == response.isPresent()) {
      return answers.refused(
          Response.Status.BAD_REQUEST, PageTexts::logoutMessageMissing, "logout_message_missing");
    }
    return answers.orFault(
        request.isPresent()
            ? receiveRequest.receive(connection.get(), request.get(), form.relayState())
            : receiveResponse.receive(connection.get(), response.orElseThrow(), form.relayState()));
  }

  private static Optional<Id> connectionId(String bare) {
    try {
      return Optional.of(Id.parseBare(IdKind.CONNECTION, bare));
    } catch (MalformedId nobodys) {
      return Optional.empty();
    }
  }
}
