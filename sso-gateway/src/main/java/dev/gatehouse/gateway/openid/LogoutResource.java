package dev.gatehouse.gateway.openid;

import com.nimbusds.jwt.JWTParser;
import dev.gatehouse.gateway.application.Application;
import dev.gatehouse.gateway.application.Applications;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * RP-initiated logout. We keep no session, so there is nothing to end here; what remains is the way
 * back to the application.
 */
@Path("/oauth2/logout")
@Tag(name = "openid")
class LogoutResource {

  private static final int SEE_OTHER = 303;

  private final Applications applications;
  private final Pages pages;

  LogoutResource(Applications applications, Pages pages) {
    this.applications = applications;
    this.pages = pages;
  }

  @GET
  @Operation(summary = "Return to the application after it signed somebody out")
  @APIResponse(
      responseCode = "303",
      description = "To post_logout_redirect_uri, if the application has registered it")
  @APIResponse(responseCode = "200", description = "A page that says so")
  public Uni<Response> get(@Context UriInfo uri) {
    return logout(new Parameters(uri.getQueryParameters()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "The same with the parameters in a form")
  public Uni<Response> post(MultivaluedMap<String, String> form) {
    return logout(new Parameters(form));
  }

  private Uni<Response> logout(Parameters parameters) {
    return client(parameters)
        .map(applications::byId)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .flatMap(found ->
            found
                .flatMap(application -> target(application, parameters))
                .map(target -> Uni.createFrom().item(redirect(target)))
                .orElseGet(this::stay));
  }

  /** The hint only says which application; a forged one leads to that application's own page. */
  private static Optional<Id> client(Parameters parameters) {
    try {
      String id = parameters.get("client_id");
      String hint = parameters.get("id_token_hint");
      if (id == null && hint != null) {
        List<String> audience = JWTParser.parse(hint).getJWTClaimsSet().getAudience();
        id = audience.size() == 1 ? audience.getFirst() : null;
      }
      return id == null ? Optional.empty() : Optional.of(Id.parse(IdKind.APPLICATION, id));
    } catch (ParseException | MalformedId e) {
      return Optional.empty();
    }
  }

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

  private static Response redirect(URI target) {
    return Response.status(SEE_OTHER)
        .location(target)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private Uni<Response> stay() {
    return pages.refusal(
        Response.Status.OK,
        Refusal.plain(
            "You are signed out",
            "Your organization may still keep you signed in at its own sign-in page.",
            "signed_out"));
  }
}
