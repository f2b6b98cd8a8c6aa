package dev.gatehouse.verification.domain;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.IdempotencyKeys;
import dev.gatehouse.access.OrganizationList;
import dev.gatehouse.access.Page;
import dev.gatehouse.access.Permission;
import dev.gatehouse.access.Step;
import dev.gatehouse.access.Traces;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import dev.gatehouse.verification.name.DomainName;
import dev.gatehouse.verification.name.ReadName;
import dev.gatehouse.verification.provider.DetectProvider;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The domains of an organization. */
@Path("/v1/domains")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Domains", description = "Names that organizations claim and prove by a TXT record.")
@APIResponse(responseCode = "401", description = "unauthenticated")
@APIResponse(responseCode = "404", description = "not_found: unknown, or not yours to see")
class DomainResource {

  private static final Permission[] EITHER = {
    Permission.MANAGE_ENTERPRISE_CONNECTIONS, Permission.MANAGE_DOMAINS
  };

  /** Names are needed to assign them, too. */
  static final Set<Step> READING_STEPS = Set.of(Step.DOMAINS, Step.CONNECTION, Step.ACTIVATE);

  private final Access access;
  private final Traces traces;
  private final IdempotencyKeys keys;
  private final DetectProvider detectProvider;
  private final ClaimDomain claimDomain;
  private final RemoveDomain removeDomain;
  private final FindDomains findDomains;
  private final DomainAnswers answers;

  DomainResource(
      Access access,
      Traces traces,
      IdempotencyKeys keys,
      DetectProvider detectProvider,
      ClaimDomain claimDomain,
      RemoveDomain removeDomain,
      FindDomains findDomains,
      DomainAnswers answers) {
    this.access = access;
    this.traces = traces;
    this.keys = keys;
    this.detectProvider = detectProvider;
    this.claimDomain = claimDomain;
    this.removeDomain = removeDomain;
    this.findDomains = findDomains;
    this.answers = answers;
  }

  /** The name as a person typed it: capitals, a scheme or a path do no harm. */
  record NewDomain(
      @NotBlank String organization, @NotBlank @Schema(examples = "acme.com") String name) {}

  @POST
  @Operation(
      summary = "Claim a domain",
      description =
          "Answers with the TXT record to publish. The server looks for it by itself until it is"
              + " there or the challenge expires.")
  @APIResponse(
      responseCode = "201",
      description = "Claimed; waits for proof",
      content = @Content(schema = @Schema(implementation = DomainView.class)))
  @APIResponse(responseCode = "400", description = "invalid_request, malformed_id")
  @APIResponse(responseCode = "403", description = "permission_denied, self_serve_sso_disabled")
  @APIResponse(responseCode = "409", description = "domain_already_claimed")
  @APIResponse(
      responseCode = "422",
      description =
          "domain_invalid, domain_public_suffix, domain_consumer_mail, idempotency_key_reused")
  public Uni<Response> claim(
      @Parameter(description = "Repeating a request with the same key repeats its answer.")
          @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @NotNull @Valid NewDomain body) {
    Id organization = Id.parse(IdKind.ORGANIZATION, body.organization());
    return access
        .toSelfServe(organization, Set.of(Step.DOMAINS), EITHER)
        .flatMap(caller -> {
          DomainName name = readable(body.name());
          Cause cause = traces.causedBy(caller);
          return detectProvider
              .of(name)
              .flatMap(hosting ->
                  keys.once(
                      key,
                      caller,
                      List.of("POST /v1/domains", body),
                      () ->
                          claimDomain.claim(organization, name, hosting, cause).map(this::answer)));
        })
        .onFailure(UniqueNames::isAlreadyClaimed)
        .transform(taken -> Problems.of(ProblemCode.DOMAIN_ALREADY_CLAIMED));
  }

  private Response answer(ClaimOutcome outcome) {
    return switch (outcome) {
      case ClaimOutcome.Claimed(Domain domain) -> answers.created(domain);
      case ClaimOutcome.OrganizationGone gone -> throw Problems.of(ProblemCode.NOT_FOUND);
      case ClaimOutcome.NoRoomForChallenge tooLong ->
          throw Problems.of(ProblemCode.DOMAIN_INVALID, Detail.NO_ROOM_FOR_CHALLENGE);
    };
  }

  private static DomainName readable(String typed) {
    return switch (DomainName.read(typed)) {
      case ReadName.Readable(DomainName name) -> name;
      case ReadName.NotADomain(String why) -> throw Problems.of(ProblemCode.DOMAIN_INVALID, why);
      case ReadName.PublicSuffix suffix -> throw Problems.of(ProblemCode.DOMAIN_PUBLIC_SUFFIX);
      case ReadName.ConsumerMailDomain mail -> throw Problems.of(ProblemCode.DOMAIN_CONSUMER_MAIL);
    };
  }

  @GET
  @Operation(
      summary = "List an organization's domains",
      description =
          "Oldest first. With organizations instead: all domains of up to 100 organizations, for"
              + " operators, on one page.")
  @APIResponse(
      responseCode = "200",
      description = "A page of domains",
      content = @Content(schema = @Schema(implementation = DomainPage.class)))
  @APIResponse(responseCode = "400", description = "invalid_request, malformed_id")
  @APIResponse(responseCode = "403", description = "permission_denied")
  public Uni<Page<DomainView>> list(
      @QueryParam("organization") @Nullable String organization,
      @Parameter(description = "Ids with commas between") @QueryParam("organizations")
          @Nullable String organizations,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    if (organization == null) {
      return ofMany(organizations);
    }
    Id owner = Id.parse(IdKind.ORGANIZATION, organization);
    Id after = Page.after(cursor, IdKind.DOMAIN);
    return access
        .toRead(owner, READING_STEPS, EITHER)
        .flatMap(caller -> findDomains.of(owner, after, Page.limit(limit)))
        .map(page -> new Page<>(page.items().stream().map(answers::view).toList(), page.next()));
  }

  private Uni<Page<DomainView>> ofMany(@Nullable String organizations) {
    if (organizations == null) {
      throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.ORGANIZATIONS_MISSING);
    }
    List<Id> many = OrganizationList.parse(organizations);
    return access
        .operator()
        .flatMap(operator -> findDomains.ofEach(many))
        .map(found -> new Page<>(found.stream().map(answers::view).toList(), null));
  }

  /** How the list looks in the API document. */
  @Schema(name = "DomainPage")
  interface DomainPage {
    List<DomainView> getItems();

    @Nullable String getNext();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Read a domain")
  @APIResponse(
      responseCode = "200",
      description = "The domain, with its ETag",
      content = @Content(schema = @Schema(implementation = DomainView.class)))
  @APIResponse(responseCode = "403", description = "permission_denied")
  public Uni<Response> get(@PathParam("id") String id) {
    return access
        .withAnyToken()
        .flatMap(any -> findDomains.present(Id.parse(IdKind.DOMAIN, id)))
        .call(domain -> access.toRead(domain.organization(), READING_STEPS, EITHER))
        .map(answers::ok);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Remove a domain",
      description =
          "If the organization held the name, it is free from then on and nobody new signs in by"
              + " it.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "403", description = "permission_denied, self_serve_sso_disabled")
  @APIResponse(
      responseCode = "409",
      description = "confirmation_required: a set-up link cannot remove a proven domain")
  public Uni<Void> remove(@PathParam("id") String id) {
    Id domain = Id.parse(IdKind.DOMAIN, id);
    return access
        .withAnyToken()
        .flatMap(any -> findDomains.present(domain))
        .flatMap(found ->
            access
                .toSelfServe(found.organization(), Set.of(Step.DOMAINS), EITHER)
                .invoke(caller -> requireUnprovenForLinks(found, caller)))
        .flatMap(caller -> removeDomain.remove(domain, traces.causedBy(caller)))
        .invoke(removed -> {
          if (!removed) {
            throw Problems.of(ProblemCode.NOT_FOUND);
          }
        })
        .replaceWithVoid();
  }

  /** People may sign in by a proven name: taking it away is for those who belong here. */
  private static void requireUnprovenForLinks(Domain domain, Caller caller) {
    if (caller instanceof Caller.SetupLink && domain.ownership().isPresent()) {
      throw Problems.of(ProblemCode.CONFIRMATION_REQUIRED);
    }
  }
}
