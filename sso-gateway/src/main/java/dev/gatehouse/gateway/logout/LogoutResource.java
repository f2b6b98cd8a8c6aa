package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.application.Application;
import dev.gatehouse.gateway.application.Applications;
import dev.gatehouse.gateway.openid.IdTokenHint;
import dev.gatehouse.gateway.openid.IdTokenHints;
import dev.gatehouse.gateway.openid.Parameters;
import dev.gatehouse.gateway.page.PageLanguage;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where applications send a browser whose session they ended (OpenID Connect RP-Initiated Logout
 * 1.0). Only an ID token of ours says whose session it was; without one nothing is ended.
 */
@Path("/oauth2/logout")
@Tag(name = "openid")
class LogoutResource {

  private static final List<String> SINGLE =
      List.of("id_token_hint", "client_id", "post_logout_redirect_uri", "state");

  private final Applications applications;
  private final IdTokenHints hints;
  private final SignOut signOut;
  private final LogoutAnswers answers;
  private final PageLanguage languages;

  LogoutResource(
      Applications applications,
      IdTokenHints hints,
      SignOut signOut,
      LogoutAnswers answers,
      PageLanguage languages) {
    this.applications = applications;
    this.hints = hints;
    this.signOut = signOut;
    this.answers = answers;
    this.languages = languages;
  }

  @GET
  @Operation(
      summary = "Sign somebody out whom an application signed out",
      description =
          "OpenID Connect RP-Initiated Logout 1.0: id_token_hint (expired ones too), client_id,"
              + " post_logout_redirect_uri, state. The person's other applications are told, and"
              + " where the identity provider speaks single logout, its session ends as well.")
  @APIResponse(
      responseCode = "303",
      description =
          "To post_logout_redirect_uri if it is registered, perhaps by the way of the IdP")
  @APIResponse(responseCode = "200", description = "A page that says how far it got")
  @APIResponse(responseCode = "400", description = "A page: the hint is not an ID token of ours")
  public Uni<Response> get(@Context UriInfo uri) {
    return answers.orFault(logout(new Parameters(uri.getQueryParameters())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "The same with the parameters in a form")
  public Uni<Response> post(MultivaluedMap<String, String> form) {
    return answers.orFault(logout(new Parameters(form)));
  }

  private Uni<Response> logout(Parameters parameters) {
    languages.prefer(parameters.get("ui_locales"));
    if (parameters.repeated(SINGLE).isPresent()) {
      return answers.unconfirmed(Response.Status.BAD_REQUEST, Optional.empty());
    }
    String token = parameters.get("id_token_hint");
    return token == null
        ? withoutHint(parameters)
        : hints
            .read(token)
            .flatMap(hint ->
                hint.isPresent() && isForClient(hint.get(), parameters)
                    ? signOut(hint.get(), parameters)
                    : answers.unconfirmed(Response.Status.BAD_REQUEST, Optional.empty()));
  }

  /** Section 2: with both, the client must be the one that the token was issued to. */
  private static boolean isForClient(IdTokenHint hint, Parameters parameters) {
    String client = parameters.get("client_id");
    return client == null || client.equals(hint.application().toString());
  }

  private Uni<Response> signOut(IdTokenHint hint, Parameters parameters) {
    return applications
        .byId(hint.application())
        .map(application -> application.flatMap(known -> target(known, parameters)))
        .flatMap(target ->
            signOut
                .signOut(hint, target)
                .flatMap(outgoing ->
                    outgoing.isPresent() ? answers.away(outgoing.get()) : answers.leave(target)));
  }

  private Uni<Response> withoutHint(Parameters parameters) {
    return client(parameters)
        .map(applications::byId)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .flatMap(application ->
            answers.unconfirmed(
                Response.Status.OK, application.flatMap(known -> target(known, parameters))));
  }

  private static Optional<Id> client(Parameters parameters) {
    String id = parameters.get("client_id");
    try {
      return id == null ? Optional.empty() : Optional.of(Id.parse(IdKind.APPLICATION, id));
    } catch (MalformedId nobodys) {
      return Optional.empty();
    }
  }

  /** Section 3: only an address that is registered, character for character. */
  private static Optional<URI> target(Application application, Parameters parameters) {
    String uri = parameters.get("post_logout_redirect_uri");
    if (uri == null || !application.postLogoutRedirectUris().contains(uri)) {
      return Optional.empty();
    }
    String state = parameters.get("state");
    return Optional.of(
        state == null
            ? URI.create(uri)
            : UriBuilder.fromUri(uri)
                .replaceQuery(
                    Optional.ofNullable(URI.create(uri).getRawQuery())
                            .map(query -> query + "&")
                            .orElse("")
                        + "state="
                        + URLEncoder.encode(state, StandardCharsets.UTF_8))
                .build());
  }
}
