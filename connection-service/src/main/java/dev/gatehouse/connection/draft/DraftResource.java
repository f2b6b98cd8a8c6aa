package dev.gatehouse.connection.draft;

import dev.gatehouse.access.EntityTags;
import dev.gatehouse.access.Step;
import dev.gatehouse.connection.connection.ConnectionAnswers;
import dev.gatehouse.connection.connection.ConnectionGate;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.ConnectionView;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.connection.SettingsSource;
import dev.gatehouse.connection.idp.IdpDescription;
import dev.gatehouse.connection.idp.IdpInput;
import dev.gatehouse.connection.idp.ReadIdp;
import dev.gatehouse.connection.provider.Provider;
import dev.gatehouse.connection.provider.Providers;
import dev.gatehouse.connection.settings.SamlSettings;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The draft of a connection. */
@Path("/v1/connections/{id}/draft")
@Tag(name = "draft")
class DraftResource {

  private final ConnectionGate gate;
  private final Providers providers;
  private final ReadIdp readIdp;
  private final Sha1Exceptions sha1;
  private final PrepareOidcDraft prepareOidc;
  private final SaveDraft drafts;

  DraftResource(
      ConnectionGate gate,
      Providers providers,
      ReadIdp readIdp,
      Sha1Exceptions sha1,
      PrepareOidcDraft prepareOidc,
      SaveDraft drafts) {
    this.gate = gate;
    this.sha1 = sha1;
    this.prepareOidc = prepareOidc;
    this.providers = providers;
    this.readIdp = readIdp;
    this.drafts = drafts;
  }

  @PUT
  @Operation(
      summary = "Save the draft",
      description =
          "Each save makes a new immutable revision; what is live stays as it is. Metadata, or the"
              + " configuration of an OpenID provider, is fetched and read first. The answer says how"
              + " it was understood.")
  @APIResponse(
      responseCode = "200",
      description = "Saved",
      content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
  @APIResponse(responseCode = "403", description = "permission_denied, operators_only")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(
      responseCode = "409",
      description = "connection_incomplete: options alone, and no revision to apply them to")
  @APIResponse(responseCode = "412", description = "precondition_failed")
  @APIResponse(
      responseCode = "422",
      description =
          "metadata_unreadable, metadata_several_entities, metadata_fetch_refused,"
              + " metadata_fetch_failed, certificate_unreadable, idp_url_refused,"
              + " idp_fields_swapped, sha1_exception_too_long,"
              + " protocol_mismatch; for OpenID Connect issuer_invalid,"
              + " issuer_okta_admin_host, issuer_entra_shared_tenant, discovery_fetch_refused,"
              + " discovery_fetch_failed, discovery_unreadable, discovery_issuer_mismatch,"
              + " discovery_endpoint_refused, discovery_unsupported, auth_method_unsupported,"
              + " client_secret_missing, hosted_domains_required, subject_source_refused")
  @APIResponse(responseCode = "428", description = "precondition_required")
  public Uni<Response> save(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid DraftBody body) {
    return gate.toPrepare(id, Step.CONNECTION)
        .invoke(entered -> EntityTags.require(ifMatch, entered.connection().version()))
        .flatMap(entered ->
            switch (entered.connection().protocol()) {
              case SAML -> saml(entered, body);
              case OIDC -> oidc(entered, body);
            });
  }

  @DELETE
  @Operation(summary = "Discard the draft; what is live stays")
  @APIResponse(
      responseCode = "200",
      description = "Discarded",
      content = @Content(schema = @Schema(implementation = ConnectionView.class)))
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "412", description = "precondition_failed")
  @APIResponse(responseCode = "428", description = "precondition_required")
  public Uni<Response> discard(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return gate.toPrepare(id, Step.CONNECTION)
        .invoke(entered -> EntityTags.require(ifMatch, entered.connection().version()))
        .flatMap(entered ->
            drafts.discard(
                entered.connection().id(), entered.connection().version(), entered.cause()))
        .map(outcome -> ConnectionAnswers.ok(saved(outcome)));
  }

  private Uni<Response> saml(ConnectionGate.Entered entered, DraftBody body) {
    if (body.oidc() != null) {
      throw Problems.of(ProblemCode.PROTOCOL_MISMATCH);
    }
    return body.input()
        .map(input -> read(entered, input, body.choices()))
        .orElseGet(() -> keep(entered, body.choices()));
  }

  private Uni<Response> oidc(ConnectionGate.Entered entered, DraftBody body) {
    if (body.oidc() == null) {
      throw Problems.of(ProblemCode.PROTOCOL_MISMATCH);
    }
    SettingsSource source =
        body.oidc().issuer() == null ? SettingsSource.PREVIOUS : SettingsSource.ISSUER;
    return prepareOidc
        .prepare(entered.connection(), body.oidc())
        .flatMap(prepared ->
            save(entered, new SaveDraft.Content(source, null, prepared.settings(), List.of()))
                .map(saved ->
                    ConnectionAnswers.ok(
                        saved,
                        new DraftAnswer(ConnectionView.of(saved), null, prepared.discovered()))));
  }

  private Uni<Response> read(ConnectionGate.Entered entered, IdpInput input, DraftOptions options) {
    Provider provider = providers.find(entered.connection().provider()).orElseThrow();
    SamlSettings earlier =
        entered
            .connection()
            .current()
            .map(current -> (SamlSettings) current.settings())
            .orElse(null);
    return readIdp
        .read(provider.key(), input)
        .map(Readings::understood)
        .flatMap(idp -> {
          SamlSettings settings =
              NewSettings.of(
                      idp,
                      provider.defaults(),
                      earlier,
                      options,
                      sha1.until(options.allowSha1Until(), null, entered.caller()))
                  .orElseThrow(DraftResource::noSuchBinding);
          return save(entered, content(input, idp, settings))
              .map(saved -> answer(saved, DraftAnswer.Understood.of(idp, settings.ssoUrl())));
        });
  }

  private Uni<Response> keep(ConnectionGate.Entered entered, DraftOptions options) {
    Revision current =
        entered
            .connection()
            .current()
            .orElseThrow(() -> Problems.of(ProblemCode.CONNECTION_INCOMPLETE));
    SamlSettings earlier = (SamlSettings) current.settings();
    return save(
            entered,
            new SaveDraft.Content(
                SettingsSource.PREVIOUS,
                current.metadataUrl(),
                NewSettings.of(
                    earlier,
                    options,
                    sha1.until(
                        options.allowSha1Until(), earlier.allowSha1Until(), entered.caller())),
                List.of()))
        .map(saved -> answer(saved, null));
  }

  private Uni<ConnectionSnapshot> save(ConnectionGate.Entered entered, SaveDraft.Content content) {
    return drafts
        .save(entered.connection().id(), entered.connection().version(), content, entered.cause())
        .map(DraftResource::saved);
  }

  private static SaveDraft.Content content(
      IdpInput input, IdpDescription idp, SamlSettings settings) {
    return switch (input) {
      case IdpInput.MetadataUrl url ->
          new SaveDraft.Content(
              SettingsSource.METADATA_URL, url.address().toString(), settings, idp.certificates());
      case IdpInput.MetadataXml xml ->
          new SaveDraft.Content(SettingsSource.METADATA_XML, null, settings, idp.certificates());
      case IdpInput.Fields fields ->
          new SaveDraft.Content(SettingsSource.FIELDS, null, settings, idp.certificates());
    };
  }

  private static ConnectionSnapshot saved(SaveDraft.Outcome outcome) {
    return switch (outcome) {
      case SaveDraft.Outcome.Saved saved -> saved.connection();
      case SaveDraft.Outcome.Stale stale -> throw Problems.of(ProblemCode.PRECONDITION_FAILED);
      case SaveDraft.Outcome.Gone gone -> throw Problems.of(ProblemCode.NOT_FOUND);
    };
  }

  private static Response answer(
      ConnectionSnapshot saved, DraftAnswer.@Nullable Understood understood) {
    return ConnectionAnswers.ok(saved, new DraftAnswer(ConnectionView.of(saved), understood, null));
  }

  private static RuntimeException noSuchBinding() {
    return Problems.of(
        ProblemCode.INVALID_REQUEST, "The identity provider offers no such ssoBinding.");
  }
}
