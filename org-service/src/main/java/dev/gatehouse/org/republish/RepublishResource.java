package dev.gatehouse.org.republish;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Traces;
import dev.gatehouse.org.membership.RepublishMembers;
import dev.gatehouse.org.organization.RepublishOrganizations;
import dev.gatehouse.outbox.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Fills the topics of organizations and memberships again. */
@Path("/v1/organizations/republish")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations")
class RepublishResource {

  private static final int BATCH = 200;

  private final Access access;
  private final Traces traces;
  private final RepublishOrganizations organizations;
  private final RepublishMembers members;

  RepublishResource(
      Access access,
      Traces traces,
      RepublishOrganizations organizations,
      RepublishMembers members) {
    this.access = access;
    this.traces = traces;
    this.organizations = organizations;
    this.members = members;
  }

  /** How many things were published. */
  @Schema(name = "Republished")
  record Republished(long republished) {}

  @POST
  @Operation(
      summary = "Publish the state of all organizations and members again",
      description = "Operators only. Harmless at any time: consumers apply only what is newer.")
  @APIResponseSchema(value = Republished.class, responseCode = "202")
  public Uni<Response> republish() {
    return access
        .operator()
        .flatMap(caller -> {
          Cause cause = traces.causedBy(caller);
          return all(after -> organizations.batch(after, BATCH, cause), null, 0)
              .flatMap(count -> all(after -> members.batch(after, BATCH, cause), null, count))
              .map(count ->
                  Response.status(Response.Status.ACCEPTED).entity(new Republished(count)).build());
        });
  }

  /** One batch, in a transaction of its own. */
  private interface Batches {
    Uni<List<UUID>> after(@Nullable UUID last);
  }

  private static Uni<Long> all(Batches batches, @Nullable UUID after, long before) {
    return batches
        .after(after)
        .flatMap(done -> {
          long count = before + done.size();
          return done.size() < BATCH
              ? Uni.createFrom().item(count)
              : all(batches, done.getLast(), count);
        });
  }
}
