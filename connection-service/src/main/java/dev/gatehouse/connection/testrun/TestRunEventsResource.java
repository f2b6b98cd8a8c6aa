package dev.gatehouse.connection.testrun;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Permission;
import dev.gatehouse.access.Standing;
import dev.gatehouse.access.Step;
import dev.gatehouse.connection.connection.ReadConnections;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.languages.InAskedLanguage;
import dev.gatehouse.languages.Language;
import dev.gatehouse.live.LiveEvent;
import dev.gatehouse.live.LiveSource;
import dev.gatehouse.live.LiveUpdates;
import dev.gatehouse.live.LiveUpdates.Following;
import dev.gatehouse.live.Topic;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A test run while somebody signs in. */
@Path("/v1/test-runs/{id}/events")
@Tag(name = "test-runs")
class TestRunEventsResource {

  private static final String TOPIC = "test_run";

  private final Access access;
  private final LiveUpdates live;
  private final ReadTestRuns runs;
  private final ReadConnections connections;
  private final ShowTestRun show;

  TestRunEventsResource(
      Access access,
      LiveUpdates live,
      ReadTestRuns runs,
      ReadConnections connections,
      ShowTestRun show) {
    this.access = access;
    this.live = live;
    this.runs = runs;
    this.connections = connections;
    this.show = show;
  }

  @GET
  @InAskedLanguage
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Follow a test run",
      description =
          "Server-sent events: changed, a TestRunView without raw messages, at once and with every"
              + " progress; and end, {code}, after which nothing comes: run_finished,"
              + " token_expired, permission_denied, not_found or service_unavailable. Comments keep"
              + " the connection alive.")
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "429", description = "too_many_requests: too many open streams")
  public Uni<Void> follow(
      @PathParam("id") String id,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("") Language language,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Id run = Id.parse(IdKind.TEST_RUN, id);
    return live.follow(
        sink,
        sse,
        access
            .withAnyToken()
            .flatMap(known -> runs.find(run))
            .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
            .flatMap(found ->
                access
                    .toFollow(
                        found.organization(),
                        Set.of(Step.TEST),
                        Permission.MANAGE_ENTERPRISE_CONNECTIONS)
                    .map(standing -> following(standing, found, language))));
  }

  private Following following(Standing standing, TestRun run, Language language) {
    return new Following(
        standing, new Topic(TOPIC, run.organization(), run.id()), new Run(run.id(), language));
  }

  private final class Run implements LiveSource {

    private final Id id;
    private final Language language;

    Run(Id id, Language language) {
      this.id = id;
      this.language = language;
    }

    @Override
    public Uni<List<LiveEvent>> all() {
      return runs.find(id)
          .flatMap(found ->
              found.isEmpty()
                  ? Uni.createFrom().item(List.of(gone()))
                  : connections
                      .find(found.get().connection())
                      .map(connection ->
                          connection
                              .map(one ->
                                  events(found.get(), show.brief(found.get(), one, language)))
                              .orElseGet(() -> List.of(gone()))));
    }

    @Override
    public Uni<List<LiveEvent>> one(String changed) {
      return all();
    }

    private static List<LiveEvent> events(TestRun run, TestRunView view) {
      LiveEvent changed = LiveEvent.changed(view);
      return run.isPending() ? List.of(changed) : List.of(changed, LiveEvent.end("run_finished"));
    }

    private static LiveEvent gone() {
      return LiveEvent.end(ProblemCode.NOT_FOUND.code());
    }
  }
}
