package dev.gatehouse.verification.domain;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.live.LiveEvent;
import dev.gatehouse.live.LiveSource;
import dev.gatehouse.live.LiveUpdates;
import dev.gatehouse.live.LiveUpdates.Following;
import dev.gatehouse.live.Topic;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An organization's domains while they change. */
@Path("/v1/domains/events")
@Tag(name = "Domains")
class DomainEventsResource {

  private static final String TOPIC = "domain";

  private final Access access;
  private final LiveUpdates live;
  private final FindDomains findDomains;
  private final Domains domains;
  private final DomainAnswers answers;

  DomainEventsResource(
      Access access,
      LiveUpdates live,
      FindDomains findDomains,
      Domains domains,
      DomainAnswers answers) {
    this.access = access;
    this.live = live;
    this.findDomains = findDomains;
    this.domains = domains;
    this.answers = answers;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Follow an organization's domains",
      description =
          "Server-sent events. The first is snapshot, a page of at most 200 domains; then changed, a"
              + " Domain, with every change and every look; removed, {id}; and end, {code}, after"
              + " which nothing comes: token_expired, permission_denied, not_found or"
              + " service_unavailable. Whoever reconnects gets a snapshot again and has missed"
              + " nothing. Comments keep the connection alive.")
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "400", description = "invalid_request, malformed_id")
  @APIResponse(responseCode = "401", description = "unauthenticated")
  @APIResponse(responseCode = "403", description = "permission_denied")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "429", description = "too_many_requests: too many open streams")
  public Uni<Void> follow(
      @QueryParam("organization") @NotBlank String organization,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Id owner = Id.parse(IdKind.ORGANIZATION, organization);
    return live.follow(
        sink,
        sse,
        access
            .toFollow(
                owner,
                DomainResource.READING_STEPS,
                Permission.MANAGE_ENTERPRISE_CONNECTIONS,
                Permission.MANAGE_DOMAINS)
            .map(standing ->
                new Following(standing, Topic.all(TOPIC, owner), new DomainsOf(owner))));
  }

  private final class DomainsOf implements LiveSource {

    private final Id owner;

    DomainsOf(Id owner) {
      this.owner = owner;
    }

    @Override
    public Uni<List<LiveEvent>> all() {
      return findDomains
          .of(owner, null, Page.limit(Integer.MAX_VALUE))
          .map(page -> new Page<>(page.items().stream().map(answers::view).toList(), page.next()))
          .map(page -> List.of(LiveEvent.snapshot(page)));
    }

    @Override
    public Uni<List<LiveEvent>> one(String uuid) {
      Id id = new Id(IdKind.DOMAIN, UUID.fromString(uuid));
      return Panache.withSession(() -> domains.present(id))
          .map(found ->
              found
                  .map(domain -> LiveEvent.changed(answers.view(domain)))
                  .orElseGet(() -> LiveEvent.removed(id.toString())))
          .map(List::of);
    }
  }
}
