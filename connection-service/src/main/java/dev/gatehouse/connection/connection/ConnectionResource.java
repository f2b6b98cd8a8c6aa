package dev.gatehouse.connection.connection;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.EntityTags;
import dev.gatehouse.access.IdempotencyKeys;
import dev.gatehouse.access.OrganizationList;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.access.Step;
import dev.gatehouse.access.Traces;
import dev.gatehouse.connection.provider.Provider;
import dev.gatehouse.connection.provider.Providers;
import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Connections of an organization. */
@Path("/v1/connections")
@Tag(name = "connections")
class ConnectionResource {

  private static final String SOMETHING = "(?s).*\\S.*";

  private final Access access;
  private final Traces traces;
  private final IdempotencyKeys keys;
  private final ConnectionGate gate;
  private final Providers providers;
  private final ProvenHosts provenHosts;
  private final CreateConnection create;
  private final EditConnection edit;
  private final DeleteConnection delete;
  private final ReadConnections connections;
  private final RepublishConnections republish;

  ConnectionResource(
      Access access,
      Traces traces,
      IdempotencyKeys keys,
      ConnectionGate gate,
      Providers providers,
      ProvenHosts provenHosts,
      CreateConnection create,
      EditConnection edit,
      DeleteConnection delete,
      ReadConnections connections,
      RepublishConnections republish) {
    this.access = access;
    this.traces = traces;
    this.keys = keys;
    this.gate = gate;
    this.providers = providers;
    this.provenHosts = provenHosts;
    this.create = create;
    this.edit = edit;
    this.delete = delete;
    this.connections = connections;
    this.republish = republish;
  }

  /**
   * A new connection.
   *
   * @param name the provider's name unless given
   * @param acsUrl operators only, like entityId: what a customer's provider knows from before
   */
  record NewConnection(
      @NotNull String organization,
      @NotNull String provider,
      @Size(max = 200) @Pattern(regexp = SOMETHING) @Nullable String name,
      @Schema(
              description =
                  "Operators only, on a proven host: the ACS URL that the customer's identity"
                      + " provider knows from before")
          @Size(min = 1, max = 1024)
          @Nullable String acsUrl,
      @Schema(description = "Operators only, on a proven host: likewise the entity id")
          @Size(min = 1, max = 1024)
          @Nullable String entityId) {

    boolean isMovedIn() {
      return acsUrl != null || entityId != null;
    }
  }

  /** What may be changed without a new revision. */
  record ConnectionEdit(
      @Size(max = 200) @Pattern(regexp = SOMETHING) @Nullable String name,
      @Nullable Boolean idpInitiatedAllowed,
      @Schema(
              description =
                  "Whether new keys in the metadata are trusted, and those that are gone set aside,"
                      + " without anybody doing anything")
          @Nullable Boolean followMetadata) {}

  /** How many connections were published again. */
  record Republished(int republished) {}

  @POST
  @Operation(
      summary = "Create a connection",
      description =
          "Its ACS URL, entity id, redirect URI and key pair are made now and never change. Idempotency-Key makes"
              + " a retry safe.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(
      responseCode = "403",
      description = "permission_denied, self_serve_sso_disabled, operators_only")
  @APIResponse(responseCode = "404", description = "not_found: the organization")
  @APIResponse(
      responseCode = "422",
      description =
          "provider_unknown, idempotency_key_reused, address_not_proven, protocol_mismatch")
  public Uni<Response> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewConnection body) {
    Id organization = Id.parse(IdKind.ORGANIZATION, body.organization());
    return access
        .toSelfServe(
            organization, Set.of(Step.CONNECTION), Permission.MANAGE_ENTERPRISE_CONNECTIONS)
        .flatMap(caller -> {
          Provider provider =
              providers
                  .find(body.provider())
                  .orElseThrow(() -> Problems.of(ProblemCode.PROVIDER_UNKNOWN));
          if (body.isMovedIn()) {
            moveIn(body, provider, caller);
          }
          String name = body.name() == null ? provider.name() : body.name().strip();
          return create
              .prepare()
              .flatMap(prepared ->
                  keys.once(
                      key,
                      caller,
                      List.of("POST /v1/connections", body),
                      () ->
                          create
                              .create(
                                  prepared,
                                  organization,
                                  provider.key(),
                                  provider.protocol(),
                                  name,
                                  new CreateConnection.MovedIn(body.acsUrl(), body.entityId()),
                                  traces.causedBy(caller))
                              .map(ConnectionAnswers::created)));
        });
  }

  private void moveIn(NewConnection body, Provider provider, Caller caller) {
    if (!(caller instanceof Caller.Operator)) {
      throw Problems.of(ProblemCode.OPERATORS_ONLY);
    }
    if (provider.protocol() != Protocol.SAML) {
      throw Problems.of(ProblemCode.PROTOCOL_MISMATCH);
    }
    provenHosts.require("acsUrl", body.acsUrl());
    provenHosts.require("entityId", body.entityId());
  }

  @GET
  @Operation(
      summary = "List an organization's connections, oldest first",
      description =
          "With organizations instead: all connections of up to 100 organizations, for operators, on"
              + " one page.")
  @APIResponse(responseCode = "200", description = "One page")
  @APIResponse(responseCode = "404", description = "not_found: the organization")
  public Uni<Page<ConnectionView>> list(
      @QueryParam("organization") @Nullable String organization,
      @Parameter(description = "Ids with commas between") @QueryParam("organizations")
          @Nullable String organizations,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    if (organization == null) {
      return ofMany(organizations);
    }
    Id wanted = Id.parse(IdKind.ORGANIZATION, organization);
    Id after = Page.after(cursor, IdKind.CONNECTION);
    int size = Page.limit(limit);
    return access
        .toRead(wanted, ConnectionGate.READING_STEPS, Permission.MANAGE_ENTERPRISE_CONNECTIONS)
        .flatMap(caller -> connections.after(wanted, after, size + 1))
        .map(found ->
            Page.of(found.stream().map(ConnectionView::of).toList(), size, ConnectionView::id));
  }

  private Uni<Page<ConnectionView>> ofMany(@Nullable String organizations) {
    if (organizations == null) {
      throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.ORGANIZATIONS_MISSING);
    }
    List<Id> many = OrganizationList.parse(organizations);
    return access
        .operator()
        .flatMap(operator -> connections.ofEach(many))
        .map(found -> new Page<>(found.stream().map(ConnectionView::of).toList(), null));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Read a connection")
  @APIResponse(
      responseCode = "200",
      description = "The connection; its ETag is for If-Match",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Response> get(@PathParam("id") String id) {
    return gate.toRead(id).map(entered -> ConnectionAnswers.ok(entered.connection()));
  }

  @PATCH
  @Path("/{id}")
  @Operation(
      summary =
          "Rename a connection, allow sign-ins that start at the provider, or follow its metadata")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "409", description = "metadata_url_missing")
  @APIResponse(responseCode = "412", description = "precondition_failed")
  @APIResponse(responseCode = "428", description = "precondition_required")
  public Uni<Response> edit(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ConnectionEdit body) {
    return gate.toSetUp(id, Step.CONNECTION)
        .invoke(entered -> EntityTags.require(ifMatch, entered.connection().version()))
        .invoke(entered -> {
          if (Boolean.TRUE.equals(body.followMetadata())
              && entered.connection().followed().isEmpty()) {
            throw Problems.of(ProblemCode.METADATA_URL_MISSING);
          }
        })
        .flatMap(entered ->
            edit.edit(
                entered.connection().id(),
                entered.connection().version(),
                new EditConnection.Edit(
                    body.name() == null ? null : body.name().strip(),
                    body.idpInitiatedAllowed(),
                    body.followMetadata()),
                entered.cause()))
        .map(ConnectionAnswers::of);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Delete a connection and destroy its keys")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "409", description = "connection_active: deactivate it first")
  public Uni<Response> delete(@PathParam("id") String id) {
    return gate.toManage(id)
        .flatMap(entered -> delete.delete(entered.connection().id(), entered.cause()))
        .map(outcome ->
            switch (outcome) {
              case DELETED -> Response.noContent().build();
              case ACTIVE -> throw Problems.of(ProblemCode.CONNECTION_ACTIVE);
              case GONE -> throw Problems.of(ProblemCode.NOT_FOUND);
            });
  }

  @GET
  @Path("/{id}/revisions")
  @Operation(summary = "List a connection's revisions, oldest first")
  @APIResponse(responseCode = "200", description = "One page")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Page<RevisionView>> revisions(
      @PathParam("id") String id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    Id after = Page.after(cursor, IdKind.REVISION);
    int size = Page.limit(limit);
    return gate.toRead(id)
        .flatMap(entered -> connections.revisionsAfter(entered.connection().id(), after, size + 1))
        .map(found ->
            Page.of(found.stream().map(RevisionView::of).toList(), size, RevisionView::id));
  }

  @POST
  @Path("/republish")
  @Operation(summary = "Publish the state of every connection again (operators)")
  @APIResponse(
      responseCode = "202",
      description = "In the outbox",
      content = @Content(schema = @Schema(implementation = Republished.class)))
  @APIResponse(responseCode = "403", description = "operators_only")
  public Uni<Response> republish() {
    return access
        .operator()
        .flatMap(caller -> republish.republish(traces.causedBy(caller)))
        .map(count -> Response.accepted(new Republished(count)).build());
  }
}
