package dev.gatehouse.org.setuplink;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.IdempotencyKeys;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.access.Step;
import dev.gatehouse.access.Traces;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Links for IT admins without an account. */
@Path("/v1/setup-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Set-up links")
class SetupLinkResource {

  private static final int DAYS = 14;
  private static final int MOST_DAYS = 30;

  private final Access access;
  private final Traces traces;
  private final IdempotencyKeys keys;
  private final SetupLinks links;
  private final ManageSetupLinks manage;
  private final Clock clock;
  private final String publicUrl;

  SetupLinkResource(
      Access access,
      Traces traces,
      IdempotencyKeys keys,
      SetupLinks links,
      ManageSetupLinks manage,
      Clock clock,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.access = access;
    this.traces = traces;
    this.keys = keys;
    this.links = links;
    this.manage = manage;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /**
   * Whom the link is for, and what they are asked to do.
   *
   * @param steps domains, connection, test, activate; any of them
   * @param expiresInDays 14 unless given
   */
  record NewSetupLink(
      @NotNull Id organization,
      @NotBlank @Size(max = 200) String recipientName,
      @Email @Size(max = 320) @Nullable String recipientEmail,
      @NotEmpty Set<@NotNull Step> steps,
      @Min(1) @Max(MOST_DAYS) @Nullable Integer expiresInDays) {

    Duration lifetime() {
      return Duration.ofDays(expiresInDays == null ? DAYS : expiresInDays);
    }

    @Override
    public String toString() {
      return "NewSetupLink";
    }
  }

  @POST
  @Operation(
      summary = "Create a set-up link",
      description =
          "For operators, and members with org:sys_entconns:manage. The url is shown only now. It"
              + " belongs to the browser that opens it first; opening the page alone consumes"
              + " nothing. Its holder may do the chosen steps for this organization and nothing"
              + " else, and never changes what people sign in with already.")
  @APIResponseSchema(value = SetupLinkView.class, responseCode = "201")
  @APIResponse(responseCode = "403", description = "permission_denied, self_serve_sso_disabled")
  @APIResponse(responseCode = "404", description = "not_found: the organization")
  @APIResponse(responseCode = "422", description = "idempotency_key_reused")
  public Uni<Response> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewSetupLink body) {
    Id organization = Id.parse(IdKind.ORGANIZATION, body.organization().toString());
    var recipient = new SetupLink.Recipient(body.recipientName().strip(), body.recipientEmail());
    return access
        .toSelfServe(organization, Permission.MANAGE_ENTERPRISE_CONNECTIONS)
        .flatMap(caller ->
            keys.once(
                key,
                caller,
                List.of("POST setup-links", body),
                () ->
                    manage
                        .create(
                            organization,
                            recipient,
                            body.steps(),
                            body.lifetime(),
                            traces.causedBy(caller))
                        .map(made -> made.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
                        .map(this::created)));
  }

  @GET
  @Operation(
      summary = "List an organization's set-up links, oldest first",
      description = "With when each was opened and last used; never the url again.")
  public Uni<Page<SetupLinkView>> list(
      @QueryParam("organization") @NotBlank String organization,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    Id of = Id.parse(IdKind.ORGANIZATION, organization);
    Id after = Page.after(cursor, IdKind.SETUP_LINK);
    int size = Page.limit(limit);
    return access
        .toRead(of, Permission.MANAGE_ENTERPRISE_CONNECTIONS)
        .flatMap(caller -> Panache.withSession(() -> links.of(of, after, size + 1)))
        .map(found ->
            Page.of(
                found.stream().map(link -> SetupLinkView.of(link, null, clock.instant())).toList(),
                size,
                SetupLinkView::id));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Revoke a set-up link",
      description = "It gives no more tokens; those it gave expire within five minutes.")
  @APIResponse(responseCode = "204", description = "Revoked")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Response> revoke(@PathParam("id") String id) {
    Id link = Id.parse(IdKind.SETUP_LINK, id);
    return access
        .withAnyToken()
        .flatMap(any -> Panache.withSession(() -> links.find(link)))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .flatMap(
            found -> access.toRead(found.organization(), Permission.MANAGE_ENTERPRISE_CONNECTIONS))
        .flatMap(caller -> manage.revoke(link, traces.causedBy(caller)))
        .map(done -> Response.noContent().build());
  }

  /** The secret is in the fragment, which no browser sends: no log and no Referer ever holds it. */
  private Response created(ManageSetupLinks.Created made) {
    SetupLink link = made.link();
    URI url = URI.create(publicUrl + "/setup#" + link.id() + "." + made.secret().value());
    return Response.status(Response.Status.CREATED)
        .header("Location", "/v1/setup-links/" + link.id())
        .header("Cache-Control", "no-store")
        .entity(SetupLinkView.of(link, url, clock.instant()))
        .build();
  }
}
