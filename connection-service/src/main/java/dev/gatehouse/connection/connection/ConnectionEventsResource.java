package dev.gatehouse.connection.connection;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.connection.idp.AdminTexts;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.languages.InAskedLanguage;
import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import dev.gatehouse.live.LiveEvent;
import dev.gatehouse.live.LiveSource;
import dev.gatehouse.live.LiveUpdates;
import dev.gatehouse.live.LiveUpdates.Following;
import dev.gatehouse.live.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An organization's connections while they change. */
@Path("/v1/connections/events")
@Tag(name = "connections")
class ConnectionEventsResource {

  private static final String TOPIC = "connection";

  private final Access access;
  private final LiveUpdates live;
  private final ReadConnections connections;
  private final AdminTexts texts;

  ConnectionEventsResource(
      Access access, LiveUpdates live, ReadConnections connections, AdminTexts texts) {
    this.access = access;
    this.live = live;
    this.connections = connections;
    this.texts = texts;
  }

  @GET
  @InAskedLanguage
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Follow an organization's connections",
      description =
          "Server-sent events. The first is snapshot, a page of at most 200 connections; then"
              + " changed, a ConnectionView; removed, {id}; and end, {code}, after which nothing"
              + " comes: token_expired, permission_denied, not_found or service_unavailable."
              + " Whoever reconnects gets a snapshot again and has missed nothing. Comments keep"
              + " the connection alive.")
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "404", description = "not_found: the organization")
  @APIResponse(responseCode = "429", description = "too_many_requests: too many open streams")
  public Uni<Void> follow(
      @QueryParam("organization") @NotNull String organization,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("") Language language,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Id owner = Id.parse(IdKind.ORGANIZATION, organization);
    return live.follow(
        sink,
        sse,
        access
            .toFollow(owner, ConnectionGate.READING_STEPS, Permission.MANAGE_ENTERPRISE_CONNECTIONS)
            .map(standing ->
                new Following(
                    standing,
                    Topic.all(TOPIC, owner),
                    new ConnectionsOf(owner, texts.in(language)))));
  }

  private final class ConnectionsOf implements LiveSource {

    private final Id owner;
    private final Translation language;

    ConnectionsOf(Id owner, Translation language) {
      this.owner = owner;
      this.language = language;
    }

    private ConnectionView view(ConnectionSnapshot connection) {
      return ConnectionView.of(connection).in(language);
    }

    @Override
    public Uni<List<LiveEvent>> all() {
      int limit = Page.limit(Integer.MAX_VALUE);
      return connections
          .after(owner, null, limit + 1)
          .map(found -> Page.of(found.stream().map(this::view).toList(), limit, ConnectionView::id))
          .map(page -> List.of(LiveEvent.snapshot(page)));
    }

    @Override
    public Uni<List<LiveEvent>> one(String id) {
      return connections
          .find(Id.parse(IdKind.CONNECTION, id))
          .map(found ->
              found
                  .map(connection -> LiveEvent.changed(view(connection)))
                  .orElseGet(() -> LiveEvent.removed(id)))
          .map(List::of);
    }
  }
}
