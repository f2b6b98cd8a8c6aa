package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.discover.CallRate;
import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.gateway.interruption.Interruptions;
import dev.gatehouse.gateway.openid.AuthorizationRequest;
import dev.gatehouse.gateway.openid.SignInStart;
import dev.gatehouse.gateway.page.FormTargets;
import dev.gatehouse.gateway.page.PageTexts;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
import dev.gatehouse.gateway.page.Wording;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import dev.gatehouse.saml.EmailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page that asks a person for the email address, where the application did not. */
@Path("/sign-in")
class SignInResource {

  private final SealedRequests sealed;
  private final SignInStart start;
  private final Interruptions interruptions;
  private final Pages pages;
  private final CallRate rate;
  private final RememberedEmail remembered;

  SignInResource(
      SealedRequests sealed,
      SignInStart start,
      Interruptions interruptions,
      Pages pages,
      CallRate rate,
      RememberedEmail remembered) {
    this.sealed = sealed;
    this.start = start;
    this.interruptions = interruptions;
    this.pages = pages;
    this.rate = rate;
    this.remembered = remembered;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Response> page(
      @QueryParam("request") @DefaultValue("") String carried,
      @CookieParam(RememberedEmail.COOKIE) @Nullable String kept) {
    return sealed
        .open(carried)
        .map(request -> ask(carried, request, remembered.read(kept), Optional.empty()))
        .orElseGet(this::startAtTheApplication);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Uni<Response> submit(
      HttpServerRequest caller,
      @FormParam("request") @DefaultValue("") String carried,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("remember") @DefaultValue("") String remember,
      @FormParam("connection") @DefaultValue("") String connection) {
    Optional<Duration> wait = rate.take(caller.remoteAddress().hostAddress());
    if (wait.isPresent()) {
      return tooOften(wait.get());
    }
    return sealed
        .open(carried)
        .map(request ->
            connection.isEmpty()
                ? withEmail(carried, request, email)
                    .map(answer -> remembered.keep(answer, email, !remember.isEmpty()))
                : withConnection(request, connection))
        .orElseGet(this::startAtTheApplication);
  }

  private Uni<Response> withEmail(String carried, AuthorizationRequest request, String email) {
    // Some keyboards leave a wide space behind.
    Optional<EmailAddress> typed = EmailAddress.parse(email.strip());
    if (typed.isEmpty()) {
      return ask(carried, request, Optional.empty(), Optional.of(PageTexts::emailInvalid));
    }
    return start.begin(
        selecting(
            request, typed.map(EmailAddress::value), Optional.ofNullable(request.connection())));
  }

  private Uni<Response> withConnection(AuthorizationRequest request, String chosen) {
    try {
      return start.begin(
          selecting(
              request,
              Optional.ofNullable(request.loginHint()),
              Optional.of(Id.parse(IdKind.CONNECTION, chosen))));
    } catch (MalformedId notFromOurPage) {
      return startAtTheApplication();
    }
  }

  private static AuthorizationRequest selecting(
      AuthorizationRequest request, Optional<String> loginHint, Optional<Id> connection) {
    return new AuthorizationRequest(
        request.application(),
        request.redirectUri(),
        request.state(),
        request.nonce(),
        request.codeChallenge(),
        request.scope(),
        loginHint.orElse(null),
        request.organization(),
        connection.orElse(null),
        request.prompt(),
        request.maxAge(),
        request.acrValues());
  }

  private Uni<Response> ask(
      String carried,
      AuthorizationRequest request,
      Optional<String> email,
      Optional<Wording> problem) {
    return pages.signIn(
        carried, email, problem, FormTargets.leadingTo(URI.create(request.redirectUri())));
  }

  /** Many answers together would say who the platform's customers are. */
  private Uni<Response> tooOften(Duration wait) {
    return pages
        .refusal(
            Response.Status.TOO_MANY_REQUESTS,
            Refusal.plain(PageTexts::tooManyTries, PageTexts::waitAndGoBack, "too_many_requests"))
        .map(page ->
            Response.fromResponse(page)
                .header("Retry-After", Math.max(1, wait.toSeconds()))
                .build());
  }

  private Uni<Response> startAtTheApplication() {
    return interruptions.page(Interruption.REQUEST_EXPIRED);
  }
}
