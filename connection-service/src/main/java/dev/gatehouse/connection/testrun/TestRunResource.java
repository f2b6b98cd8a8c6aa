package dev.gatehouse.connection.testrun;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.IdempotencyKeys;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Step;
import dev.gatehouse.connection.connection.ConnectionGate;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.languages.InAskedLanguage;
import dev.gatehouse.languages.Language;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Test runs of connections. */
@Path("/v1/test-runs")
@Tag(name = "test-runs")
class TestRunResource {

  private final Access access;
  private final ConnectionGate gate;
  private final IdempotencyKeys keys;
  private final StartTestRun start;
  private final ReadTestRuns runs;
  private final ShowTestRun show;
  private final Tickets tickets;

  TestRunResource(
      Access access,
      ConnectionGate gate,
      IdempotencyKeys keys,
      StartTestRun start,
      ReadTestRuns runs,
      ShowTestRun show,
      Tickets tickets) {
    this.access = access;
    this.gate = gate;
    this.keys = keys;
    this.start = start;
    this.runs = runs;
    this.show = show;
    this.tickets = tickets;
  }

  /**
   * A new run.
   *
   * @param revision the draft, or what is live; the draft unless given
   */
  record NewTestRun(@NotNull String connection, @Nullable String revision) {}

  @POST
  @Operation(
      summary = "Start a test run",
      description =
          "Open startUrl in a browser within fifteen minutes and sign in. It creates no person, no"
              + " session and no code.")
  @APIResponse(
      responseCode = "201",
      description = "Pending",
      content = @Content(schema = @Schema(implementation = TestRunView.class)))
  @APIResponse(responseCode = "403", description = "permission_denied, self_serve_sso_disabled")
  @APIResponse(responseCode = "404", description = "not_found: the connection")
  @APIResponse(responseCode = "409", description = "connection_incomplete")
  @APIResponse(responseCode = "422", description = "revision_unknown, idempotency_key_reused")
  public Uni<Response> start(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewTestRun body) {
    Id revision = body.revision() == null ? null : Id.parse(IdKind.REVISION, body.revision());
    return gate.toPrepare(body.connection(), Step.TEST)
        .flatMap(entered ->
            keys.once(
                key,
                entered.caller(),
                List.of("POST /v1/test-runs", body),
                () ->
                    start
                        .start(entered.connection().id(), revision, entered.cause())
                        .map(outcome -> answer(outcome, entered))));
  }

  @GET
  @InAskedLanguage
  @Operation(summary = "List a connection's test runs, oldest first, without raw messages")
  @APIResponse(responseCode = "200", description = "One page")
  @APIResponse(responseCode = "404", description = "not_found: the connection")
  public Uni<Page<TestRunView>> list(
      @QueryParam("connection") @NotNull String connection,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("")
          Language language) {
    Id after = Page.after(cursor, IdKind.TEST_RUN);
    int size = Page.limit(limit);
    return gate.toRead(connection)
        .flatMap(entered ->
            runs.after(entered.connection().id(), after, size + 1)
                .map(found ->
                    Page.of(
                        found.stream()
                            .map(run -> show.brief(run, entered.connection(), language))
                            .toList(),
                        size,
                        TestRunView::id)));
  }

  @GET
  @Path("/{id}")
  @InAskedLanguage
  @Operation(
      summary = "Read a test run",
      description =
          "Every check with what was expected and received; each reason with what to change in that"
              + " provider's console. If it never came back, errorSearch says where to ask what"
              + " the identity provider's page means. Raw messages for seven days.")
  @APIResponse(
      responseCode = "200",
      description = "The run",
      content = @Content(schema = @Schema(implementation = TestRunView.class)))
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<TestRunView> get(
      @PathParam("id") String id,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("")
          Language language) {
    Id run = Id.parse(IdKind.TEST_RUN, id);
    return access
        .withAnyToken()
        .flatMap(known -> runs.find(run))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .flatMap(found ->
            gate.toRead(found.connection().toString())
                .map(entered -> show.whole(found, entered.connection(), language)));
  }

  private Response answer(StartTestRun.Outcome outcome, ConnectionGate.Entered entered) {
    return switch (outcome) {
      case StartTestRun.Outcome.Started started ->
          Response.created(URI.create("/v1/test-runs/" + started.run().id()))
              .entity(
                  show.started(
                      started.run(), entered.connection(), tickets.startUrl(started.run())))
              .build();
      case StartTestRun.Outcome.NothingToTest nothing ->
          throw Problems.of(ProblemCode.CONNECTION_INCOMPLETE);
      case StartTestRun.Outcome.RevisionUnknown unknown ->
          throw Problems.of(ProblemCode.REVISION_UNKNOWN);
      case StartTestRun.Outcome.RevisionOutdated outdated ->
          throw Problems.of(ProblemCode.REVISION_UNKNOWN, Detail.TEST_OF_OLD_REVISION);
      case StartTestRun.Outcome.Gone gone -> throw Problems.of(ProblemCode.NOT_FOUND);
    };
  }
}
