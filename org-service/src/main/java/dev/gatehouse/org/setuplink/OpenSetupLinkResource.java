package dev.gatehouse.org.setuplink;

import dev.gatehouse.access.Step;
import dev.gatehouse.access.Traces;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the page behind a set-up link calls. No admin token: the link is the credential. */
@Path("/v1/setup-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Set-up links")
class OpenSetupLinkResource {

  private static final String COOKIE = "gatehouse-setup-";

  private final OpenSetupLink open;
  private final Traces traces;
  private final Clock clock;
  private final boolean secure;

  OpenSetupLinkResource(
      OpenSetupLink open,
      Traces traces,
      Clock clock,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.open = open;
    this.traces = traces;
    this.clock = clock;
    this.secure = publicUrl.startsWith("https:");
  }

  /** The part of the link behind the {@code #}. */
  record PresentedLink(@NotBlank @Size(max = 200) String link) {
    @Override
    public String toString() {
      return "PresentedLink[masked]";
    }
  }

  /** A token for five minutes, and what it is for. */
  @Schema(name = "SetupSession")
  record SetupSession(
      Id setupLink,
      Id organization,
      String recipientName,
      List<Step> steps,
      String token,
      Instant expiresAt,
      Instant linkExpiresAt) {
    @Override
    public String toString() {
      return "SetupSession[" + setupLink + "]";
    }
  }

  @POST
  @Path("/exchange")
  @Operation(
      summary = "Exchange a set-up link for a token",
      description =
          "Binds the link to this browser by a cookie; the same browser may do it again, another"
              + " may not. From pages of Gatehouse itself only.")
  @APIResponseSchema(value = SetupSession.class, responseCode = "200")
  @APIResponse(responseCode = "403", description = "permission_denied: called across sites")
  @APIResponse(responseCode = "404", description = "setup_link_invalid")
  @APIResponse(responseCode = "409", description = "setup_link_in_use_elsewhere")
  @APIResponse(responseCode = "410", description = "setup_link_expired, setup_link_revoked")
  public Uni<Response> exchange(
      @HeaderParam("Sec-Fetch-Site") @Nullable String site,
      @Context HttpHeaders headers,
      @NotNull @Valid PresentedLink body) {
    requireOwnPage(site);
    String[] parts = body.link().strip().split("\\.", -1);
    if (parts.length != 2) {
      throw Problems.of(ProblemCode.SETUP_LINK_INVALID);
    }
    Id id = id(parts[0]);
    return open.exchange(
            id, new LinkSecret(parts[1]), browser(headers, id), traces.causedBy("setup_link:" + id))
        .map(this::answer);
  }

  @POST
  @Path("/{id}/token")
  @Operation(
      summary = "Get the next token of an exchanged set-up link",
      description = "With the cookie of the browser that holds it. From pages of Gatehouse only.")
  @APIResponseSchema(value = SetupSession.class, responseCode = "200")
  @APIResponse(responseCode = "403", description = "permission_denied: called across sites")
  @APIResponse(
      responseCode = "404",
      description = "setup_link_invalid: unknown, or not this browser's")
  @APIResponse(responseCode = "410", description = "setup_link_expired, setup_link_revoked")
  public Uni<Response> token(
      @PathParam("id") String link,
      @HeaderParam("Sec-Fetch-Site") @Nullable String site,
      @Context HttpHeaders headers) {
    requireOwnPage(site);
    Id id = id(link);
    return open.renew(id, browser(headers, id)).map(this::answer);
  }

  private Response answer(OpenSetupLink.Outcome outcome) {
    return switch (outcome) {
      case OpenSetupLink.Outcome.Opened opened -> opened(opened);
      case OpenSetupLink.Outcome.Invalid invalid ->
          throw Problems.of(ProblemCode.SETUP_LINK_INVALID);
      case OpenSetupLink.Outcome.Expired expired ->
          throw Problems.of(ProblemCode.SETUP_LINK_EXPIRED);
      case OpenSetupLink.Outcome.Revoked revoked ->
          throw Problems.of(ProblemCode.SETUP_LINK_REVOKED);
      case OpenSetupLink.Outcome.InUseElsewhere elsewhere ->
          throw Problems.of(ProblemCode.SETUP_LINK_IN_USE_ELSEWHERE);
    };
  }

  private Response opened(OpenSetupLink.Outcome.Opened opened) {
    SetupLink link = opened.link();
    var session =
        new SetupSession(
            link.id(),
            link.organization(),
            link.recipient().name(),
            link.steps().stream().sorted().toList(),
            opened.token().token(),
            opened.token().expiresAt(),
            link.expiresAt());
    Response.ResponseBuilder answer =
        Response.ok(session).header(HttpHeaders.CACHE_CONTROL, "no-store");
    opened.browser().ifPresent(browser -> answer.cookie(cookie(link, browser)));
    return answer.build();
  }

  private NewCookie cookie(SetupLink link, LinkSecret browser) {
    Duration left = Duration.between(clock.instant(), link.expiresAt());
    return new NewCookie.Builder(cookieName(link.id()))
        .value(browser.value())
        .path("/v1/setup-links")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge((int) left.toSeconds())
        .build();
  }

  private static @Nullable LinkSecret browser(HttpHeaders headers, Id link) {
    Cookie cookie = headers.getCookies().get(cookieName(link));
    return cookie == null ? null : new LinkSecret(cookie.getValue());
  }

  /** One browser may hold several links. */
  private static String cookieName(Id link) {
    return COOKIE + link.toString().substring(IdKind.SETUP_LINK.prefix().length() + 1);
  }

  private static Id id(String text) {
    try {
      return Id.parse(IdKind.SETUP_LINK, text);
    } catch (MalformedId e) {
      throw Problems.of(ProblemCode.SETUP_LINK_INVALID);
    }
  }

  /** Fetch Metadata: what another site's page sends here is not what the recipient wanted. */
  private static void requireOwnPage(@Nullable String site) {
    if (site != null && !site.equals("same-origin")) {
      throw Problems.of(ProblemCode.PERMISSION_DENIED, Detail.OWN_PAGES_ONLY);
    }
  }
}
