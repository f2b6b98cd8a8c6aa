package dev.gatehouse.gateway.discover;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.IDN;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Tells a sign-in page whether to send people here, without naming anybody. Public; the rate is
 * limited because many answers together would say who the platform's customers are.
 */
@Path("/v1/discover")
@Tag(name = "discover")
class DiscoverResource {

  private final Connections connections;
  private final CallRate rate;

  DiscoverResource(Connections connections, CallRate rate) {
    this.connections = connections;
    this.rate = rate;
  }

  /** An email domain. */
  record Question(@NotBlank @Size(max = 253) String domain) {}

  /** What to do with people of that domain. */
  record Answer(SingleSignOn singleSignOn) {}

  /** Whether people of a domain sign in here. */
  enum SingleSignOn {
    /** Always, also while their connection is suspended or the domain's proof is missing. */
    @JsonProperty("required")
    REQUIRED,
    /** They may, but need not. No organization can choose this yet. */
    @JsonProperty("optional")
    OPTIONAL,
    @JsonProperty("none")
    NONE
  }

  @POST
  @Operation(summary = "Ask whether people of an email domain sign in here")
  @APIResponse(responseCode = "200", description = "required, optional or none")
  @APIResponse(responseCode = "429", description = "too_many_requests, with Retry-After")
  public Uni<Answer> discover(@NotNull @Valid Question question, HttpServerRequest request) {
    rate.take(request.remoteAddress().hostAddress())
        .ifPresent(wait -> {
          throw Problems.retryAfter(ProblemCode.TOO_MANY_REQUESTS, wait);
        });
    return connections
        .isGoverned(normalised(question.domain()))
        .map(governed -> new Answer(governed ? SingleSignOn.REQUIRED : SingleSignOn.NONE));
  }

  /** What is no domain at all is at least nobody's. */
  private static String normalised(String domain) {
    String name = domain.strip();
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    try {
      return IDN.toASCII(name).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
