package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.AttemptCookies;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.Purpose;
import dev.gatehouse.gateway.attempt.Underway;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.attempt.Verdicts;
import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.gateway.interruption.Interruptions;
import dev.gatehouse.gateway.log.InterruptedSignIns.About;
import dev.gatehouse.gateway.openid.AuthorizationAnswers;
import dev.gatehouse.gateway.openid.AuthorizationError;
import dev.gatehouse.gateway.page.PageTexts;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
import dev.gatehouse.gateway.testrun.CompleteTestRun;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import dev.gatehouse.saml.ReasonCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the browser that started an attempt, and no other, learns how it ended. */
@Path("/sign-in/continue")
class ContinueResource {

  private static final Logger LOG = Logger.getLogger(ContinueResource.class);

  /** One code for every reason: which one it was is for administrators, not for whoever tries. */
  private static final String REFUSED = "sign_in_refused";

  private final Underway underway;
  private final Attempts attempts;
  private final AttemptCookies cookies;
  private final Verdicts verdicts;
  private final CompleteSignIn completeSignIn;
  private final CompleteTestRun completeTestRun;
  private final AuthorizationAnswers answers;
  private final Interruptions interruptions;
  private final Pages pages;

  ContinueResource(
      Underway underway,
      Attempts attempts,
      AttemptCookies cookies,
      Verdicts verdicts,
      CompleteSignIn completeSignIn,
      CompleteTestRun completeTestRun,
      AuthorizationAnswers answers,
      Interruptions interruptions,
      Pages pages) {
    this.underway = underway;
    this.attempts = attempts;
    this.cookies = cookies;
    this.verdicts = verdicts;
    this.completeSignIn = completeSignIn;
    this.completeTestRun = completeTestRun;
    this.answers = answers;
    this.interruptions = interruptions;
    this.pages = pages;
  }

  @GET
  @Operation(hidden = true)
  public Uni<Response> goOn(
      @QueryParam("attempt") @DefaultValue("") String attempt, @Context HttpHeaders headers) {
    return pages.orFault(
        id(attempt)
            .map(id -> goOn(id, headers))
            .orElseGet(() -> interruptions.page(Interruption.ATTEMPT_UNKNOWN)));
  }

  private static Optional<Id> id(String text) {
    try {
      return Optional.of(Id.parse(IdKind.SIGN_IN, text));
    } catch (MalformedId nobodys) {
      return Optional.empty();
    }
  }

  private Uni<Response> goOn(Id attempt, HttpHeaders headers) {
    return underway
        .answered(attempt)
        .filter(known -> cookies.matches(known.attempt(), headers.getCookies()))
        .map(this::completeRemembered)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .flatMap(minted ->
            minted.isPresent() ? Uni.createFrom().item(minted.get()) : read(attempt, headers));
  }

  private Uni<Optional<Response>> completeRemembered(Underway.Answered known) {
    Attempt attempt = known.attempt();
    underway.forget(attempt.id());
    return switch (attempt.purpose()) {
      case Purpose.SignIn signIn ->
          completeSignIn
              .completeRemembered(attempt, signIn, known.verdict())
              .map(minted -> minted.map(one -> issued(attempt, one)));
      case Purpose.TestRun _ -> Uni.createFrom().item(Optional.empty());
    };
  }

  private Uni<Response> read(Id attempt, HttpHeaders headers) {
    return attempts
        .find(attempt)
        .flatMap(found ->
            found.isEmpty()
                ? interruptions.page(Interruption.ATTEMPT_UNKNOWN)
                : goOn(found.get(), headers));
  }

  private Uni<Response> goOn(Attempt attempt, HttpHeaders headers) {
    if (!cookies.matches(attempt, headers.getCookies())) {
      // The verdict stays: the browser that started may still come.
      finished(attempt, Interruption.BROWSER_MISMATCH.code());
      return interruptions.page(Interruption.BROWSER_MISMATCH, about(attempt));
    }
    if (attempt.finished() && attempt.purpose() instanceof Purpose.SignIn) {
      return answer(attempt, new Continuation.EndedBefore());
    }
    if (attempt.verdict().isEmpty()) {
      return interruptions.page(Interruption.RESPONSE_NOT_RECEIVED, about(attempt));
    }
    Verdict verdict = verdicts.open(attempt, attempt.verdict().get());
    return switch (attempt.purpose()) {
      case Purpose.SignIn signIn ->
          completeSignIn
              .complete(attempt, signIn, verdict)
              .flatMap(continuation -> answer(attempt, continuation));
      case Purpose.TestRun test -> completeTestRun.complete(attempt, test, verdict);
    };
  }

  private Uni<Response> answer(Attempt attempt, Continuation continuation) {
    return switch (continuation) {
      case Continuation.Minted minted -> Uni.createFrom().item(issued(attempt, minted));
      case Continuation.Refused refused -> {
        finished(
            attempt,
            refused.findings().stream().map(Finding::code).collect(Collectors.joining(",")));
        yield refused(refused);
      }
      case Continuation.EndedBefore _ -> {
        finished(attempt, Interruption.ASSERTION_REPLAYED.code());
        yield interruptions.page(Interruption.ASSERTION_REPLAYED, about(attempt));
      }
    };
  }

  /** Not finished yet: that is logged when the code is redeemed. */
  private Response issued(Attempt attempt, Continuation.Minted minted) {
    LOG.debugf("Code issued signInId=%s", attempt.id());
    return answers.code(minted.request(), minted.code());
  }

  private Uni<Response> refused(Continuation.Refused refused) {
    boolean tooOld =
        refused.findings().stream()
            .anyMatch(one -> one.code().equals(ReasonCode.AUTHENTICATION_TOO_OLD.code()));
    Response back =
        answers.error(
            refused.request(),
            tooOld
                ? AuthorizationError.UNMET_AUTHENTICATION_REQUIREMENTS
                : AuthorizationError.ACCESS_DENIED,
            "Refused; reference " + refused.reference());
    return pages.refusal(
        Response.Status.FORBIDDEN,
        new Refusal(
            PageTexts::notSignedIn,
            PageTexts::notMatching,
            REFUSED,
            Optional.of(refused.reference()),
            Optional.of(back.getLocation())));
  }

  private static About about(Attempt attempt) {
    @Nullable Id application =
        switch (attempt.purpose()) {
          case Purpose.SignIn signIn -> signIn.request().application();
          case Purpose.TestRun _ -> null;
        };
    return new About(attempt.organization(), attempt.connection(), attempt.revision(), application);
  }

  private static void finished(Attempt attempt, String reason) {
    LOG.infof(
        "Sign-in finished organizationId=%s connectionId=%s signInId=%s reason=%s",
        attempt.organization(), attempt.connection(), attempt.id(), reason);
  }
}
