package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.application.Applications;
import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.NewAttempt;
import dev.gatehouse.gateway.attempt.Outgoing;
import dev.gatehouse.gateway.attempt.Purpose;
import dev.gatehouse.gateway.departure.Departures;
import dev.gatehouse.gateway.departure.Requests;
import dev.gatehouse.gateway.openid.AuthorizationAnswers;
import dev.gatehouse.gateway.openid.AuthorizationError;
import dev.gatehouse.gateway.openid.AuthorizationRequest;
import dev.gatehouse.gateway.openid.SignInStart;
import dev.gatehouse.gateway.page.FormTargets;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.LiveConnection;
import dev.gatehouse.gateway.signin.Selection.Candidate;
import dev.gatehouse.gateway.signin.Selection.Selectors;
import dev.gatehouse.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes a validated request to the identity provider that it means, or asks the person which. */
@Singleton
class StartSignIn implements SignInStart {

  private static final int SEE_OTHER = 303;

  /** Ten years; whatever is longer asks for nothing. */
  private static final long LONGEST_AGE_SECONDS = 315_360_000;

  private final Candidates candidates;
  private final Connections connections;
  private final Requests requests;
  private final Attempts attempts;
  private final Departures departures;
  private final SealedRequests sealed;
  private final AuthorizationAnswers answers;
  private final Pages pages;
  private final Clock clock;
  private final Ids ids;
  private final String publicUrl;

  StartSignIn(
      Candidates candidates,
      Connections connections,
      Requests requests,
      Attempts attempts,
      Departures departures,
      SealedRequests sealed,
      AuthorizationAnswers answers,
      Pages pages,
      Clock clock,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.candidates = candidates;
    this.connections = connections;
    this.requests = requests;
    this.attempts = attempts;
    this.departures = departures;
    this.sealed = sealed;
    this.answers = answers;
    this.pages = pages;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.publicUrl = publicUrl;
  }

  @Override
  public Uni<Response> begin(AuthorizationRequest request) {
    return pages.orFault(
        select(Selectors.of(request)).flatMap(selection -> follow(request, selection)));
  }

  @Override
  public Uni<Optional<Response>> beginRemembered(
      AuthorizationRequest request, long applicationVersion) {
    Selectors selectors = Selectors.of(request);
    return candidates
        .remembered(selectors)
        .flatMap(found -> departRemembered(request, applicationVersion, selectors, found))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        // It may fail by what has been put right since: what is read says how it is answered.
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private Optional<Uni<Optional<Response>>> departRemembered(
      AuthorizationRequest request,
      long applicationVersion,
      Selectors selectors,
      List<Candidate> found) {
    if (!(selectors.among(found) instanceof Selection.One(var candidate))) {
      return Optional.empty();
    }
    List<Object> unchanged = new ArrayList<>(Candidates.unchanged(selectors, found));
    int next = Attempts.PARAMETERS + 1;
    String condition =
        Candidates.unchanged(selectors, next)
            + " and "
            + Applications.UNCHANGED.formatted(
                next + unchanged.size(), next + unchanged.size() + 1);
    unchanged.add(request.application().toString());
    unchanged.add(applicationVersion);
    return connections
        .remembered(candidate.connection(), candidate.epoch(), candidate.version())
        .flatMap(live ->
            depart(request, live, attempt -> attempts.beginIf(condition, unchanged, attempt)));
  }

  private Uni<Selection> select(Selectors selectors) {
    return selectors.areEmpty()
        ? Uni.createFrom().item(new Selection.NotAsked())
        : candidates.matching(selectors).map(selectors::among);
  }

  private Uni<Response> follow(AuthorizationRequest request, Selection selection) {
    return switch (selection) {
      case Selection.One(var candidate) -> depart(request, candidate);
      case Selection.Several(var choices) -> choose(request, choices);
      case Selection.None _ -> notAvailable(request);
      case Selection.Conflict _ ->
          Uni.createFrom()
              .item(
                  answers.error(
                      request,
                      AuthorizationError.INVALID_REQUEST,
                      "connection, organization and login_hint do not mean the same"));
      case Selection.NotAsked _ -> Uni.createFrom().item(ask(request));
    };
  }

  /** The application can fall back. Whether anybody like that is a customer stays unsaid. */
  private Uni<Response> notAvailable(AuthorizationRequest request) {
    return Uni.createFrom()
        .item(
            answers.error(
                request,
                AuthorizationError.SSO_NOT_AVAILABLE,
                "No single sign-on for what was asked"));
  }

  private Response ask(AuthorizationRequest request) {
    String carried = URLEncoder.encode(sealed.seal(request), StandardCharsets.UTF_8);
    return Response.status(SEE_OTHER)
        .location(URI.create(publicUrl + "/sign-in?request=" + carried))
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private Uni<Response> choose(AuthorizationRequest request, List<Candidate> choices) {
    return pages.chooser(
        sealed.seal(request),
        choices.stream()
            .map(choice ->
                new Pages.Choice(
                    choice.connection().toString(), choice.name(), choice.emailDomain()))
            .toList(),
        FormTargets.leadingTo(URI.create(request.redirectUri())));
  }

  private Uni<Response> depart(AuthorizationRequest request, Candidate candidate) {
    return connections
        .routed(candidate.connection(), candidate.epoch(), candidate.version())
        .flatMap(live ->
            live.flatMap(one ->
                    depart(request, one, attempt -> attempts.begin(attempt).replaceWith(true)))
                .map(departed -> departed.map(Optional::orElseThrow))
                .orElseGet(() -> notAvailable(request)));
  }

  private Optional<Uni<Optional<Response>>> depart(
      AuthorizationRequest request, LiveConnection live, Function<Attempt, Uni<Boolean>> store) {
    NewAttempt names = NewAttempt.next(ids, clock.instant());
    return requests
        .write(
            live.connection(),
            live.revision(),
            names,
            request.forcesAuthentication(),
            Optional.ofNullable(request.loginHint()))
        .map(outgoing -> begin(request, live, names, outgoing, store));
  }

  private Uni<Optional<Response>> begin(
      AuthorizationRequest request,
      LiveConnection live,
      NewAttempt names,
      Uni<Outgoing> outgoing,
      Function<Attempt, Uni<Boolean>> store) {
    Attempt attempt =
        names.of(
            live.connection().id(),
            live.connection().organization(),
            live.revision().id(),
            new Purpose.SignIn(request),
            authenticatedAfter(request, names.createdAt()));
    return outgoing.flatMap(written ->
        store
            .apply(attempt)
            .flatMap(stored ->
                stored
                    ? departures.depart(names, attempt, written).map(Optional::of)
                    : Uni.createFrom().item(Optional.empty())));
  }

  private static Optional<Instant> authenticatedAfter(AuthorizationRequest request, Instant now) {
    if (request.prompt().contains("login")) {
      return Optional.of(now);
    }
    return Optional.ofNullable(request.maxAge())
        .map(seconds -> now.minus(Duration.ofSeconds(Math.min(seconds, LONGEST_AGE_SECONDS))));
  }
}
