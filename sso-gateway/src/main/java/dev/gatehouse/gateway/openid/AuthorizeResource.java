package dev.gatehouse.gateway.openid;

import dev.gatehouse.gateway.interruption.Interruptions;
import dev.gatehouse.gateway.log.InterruptedSignIns.About;
import dev.gatehouse.gateway.openid.AuthorizationVerdict.Refused;
import dev.gatehouse.gateway.openid.AuthorizationVerdict.Unanswerable;
import dev.gatehouse.gateway.openid.AuthorizationVerdict.Valid;
import dev.gatehouse.gateway.page.PageLanguage;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where applications send people to sign in (RFC 6749 section 3.1). */
@Path("/oauth2/authorize")
@Tag(name = "openid")
class AuthorizeResource {

  private final JudgeAuthorizationRequest judge;
  private final SignInStart signIn;
  private final AuthorizationAnswers answers;
  private final Interruptions interruptions;
  private final PageLanguage languages;

  AuthorizeResource(
      JudgeAuthorizationRequest judge,
      SignInStart signIn,
      AuthorizationAnswers answers,
      Interruptions interruptions,
      PageLanguage languages) {
    this.judge = judge;
    this.signIn = signIn;
    this.answers = answers;
    this.interruptions = interruptions;
    this.languages = languages;
  }

  @GET
  @Operation(
      summary = "Sign somebody in: code flow with PKCE S256",
      description =
          "Parameters as in OpenID Connect Core 3.1.2.1, and the selectors connection and"
              + " organization, which with login_hint narrow down where the person signs in.")
  @APIResponse(
      responseCode = "303",
      description = "To the identity provider, or to redirect_uri with code or error, and iss")
  @APIResponse(
      responseCode = "400",
      description = "A page: client_id or redirect_uri is not registered; never a redirect")
  public Uni<Response> get(@Context UriInfo uri) {
    return authorize(new Parameters(uri.getQueryParameters()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "The same with the parameters in a form")
  public Uni<Response> post(MultivaluedMap<String, String> form) {
    return authorize(new Parameters(form));
  }

  private Uni<Response> authorize(Parameters parameters) {
    languages.prefer(parameters.get("ui_locales"));
    return judge
        .byRemembered(parameters)
        .map(valid -> signIn.beginRemembered(valid.request(), valid.applicationVersion()))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .flatMap(
            begun -> begun.isPresent() ? Uni.createFrom().item(begun.get()) : read(parameters));
  }

  private Uni<Response> read(Parameters parameters) {
    return judge
        .judge(parameters)
        .flatMap(verdict ->
            switch (verdict) {
              case Valid(var request, _) -> signIn.begin(request);
              case Refused(var redirectUri, var state, var error, var description) ->
                  Uni.createFrom().item(answers.error(redirectUri, state, error, description));
              case Unanswerable(var why, var application) ->
                  interruptions.page(why, new About(null, null, null, application));
            });
  }
}
