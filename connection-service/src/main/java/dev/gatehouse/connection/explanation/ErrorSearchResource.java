package dev.gatehouse.connection.explanation;

import dev.gatehouse.access.Access;
import dev.gatehouse.connection.connection.ConnectionGate;
import dev.gatehouse.connection.provider.Providers;
import dev.gatehouse.failure.ConnectionFailures;
import dev.gatehouse.failure.FoundErrors;
import dev.gatehouse.languages.InAskedLanguage;
import dev.gatehouse.languages.Language;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For a test that never came back: “What did your identity provider show you?”. */
@Path("/v1/identity-providers/{key}/errors")
@Tag(name = "identity-providers")
class ErrorSearchResource {

  private final Access access;
  private final ConnectionGate gate;
  private final Providers providers;
  private final ExplainFailures failures;

  ErrorSearchResource(
      Access access, ConnectionGate gate, Providers providers, ExplainFailures failures) {
    this.access = access;
    this.gate = gate;
    this.providers = providers;
    this.failures = failures;
  }

  @GET
  @InAskedLanguage
  @Operation(
      summary = "Find out what an identity provider's error page means",
      description =
          "Searches the errors that identity providers are known to show, by code or by the words"
              + " on the page, the likeliest first. With a connection, remedies hold its values."
              + " If nothing is found, general says what to do, and lookUp is the vendor's own"
              + " page about its codes.")
  @APIResponse(responseCode = "200", description = "At most five errors, or general advice")
  @APIResponse(
      responseCode = "400",
      description = "invalid_request: q is missing, or the connection is to another provider")
  @APIResponse(responseCode = "401", description = "unauthenticated")
  @APIResponse(responseCode = "404", description = "not_found: the provider or the connection")
  public Uni<FoundErrors> search(
      @PathParam("key") String key,
      @Parameter(description = "What the page showed: a code, some words, or all of it")
          @QueryParam("q")
          @Nullable String q,
      @QueryParam("connection") @Nullable String connection,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("")
          Language language) {
    return failuresOf(key, connection, language).map(known -> known.search(text(q)));
  }

  private Uni<ConnectionFailures> failuresOf(
      String key, @Nullable String connection, Language language) {
    if (connection == null) {
      return access.withAnyToken().map(known -> failures.of(existing(key), language));
    }
    return gate.toRead(connection)
        .map(entered -> {
          if (!entered.connection().provider().equals(existing(key))) {
            throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.OTHER_PROVIDER);
          }
          return failures.of(entered.connection(), language);
        });
  }

  private String existing(String key) {
    return providers.find(key).orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)).key();
  }

  private static String text(@Nullable String q) {
    if (q == null || q.isBlank()) {
      throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.QUERY_MISSING);
    }
    return q;
  }
}
