package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.Attempts;
import dev.gatehouse.gateway.attempt.Check;
import dev.gatehouse.gateway.attempt.Finding;
import dev.gatehouse.gateway.attempt.Purpose;
import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.attempt.UsedAssertions;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.log.FailedSignIn;
import dev.gatehouse.gateway.log.SignInLog;
import dev.gatehouse.gateway.log.SignInReference;
import dev.gatehouse.gateway.openid.AuthorizationRequest;
import dev.gatehouse.gateway.openid.Codes;
import dev.gatehouse.gateway.openid.IssuedCode;
import dev.gatehouse.gateway.openid.NewCode;
import dev.gatehouse.gateway.session.IdpSession;
import dev.gatehouse.gateway.session.IdpSessions;
import dev.gatehouse.gateway.session.SealedIdpSession;
import dev.gatehouse.gateway.signin.People.Identity;
import dev.gatehouse.saml.EmailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a sign-in in one transaction: the request is consumed, everything that may have changed
 * since the answer came is read again, the assertion is consumed, and the code is written.
 */
@Singleton
class CompleteSignIn {

  private final Pool pool;
  private final MintForKnown mintForKnown;
  private final Attempts attempts;
  private final Situations situations;
  private final LinkPerson linkPerson;
  private final UsedAssertions usedAssertions;
  private final Codes codes;
  private final IdpSessions idpSessions;
  private final SignInLog log;
  private final Clock clock;

  CompleteSignIn(
      Pool pool,
      MintForKnown mintForKnown,
      Attempts attempts,
      Situations situations,
      LinkPerson linkPerson,
      UsedAssertions usedAssertions,
      Codes codes,
      IdpSessions idpSessions,
      SignInLog log,
      Clock clock) {
    this.pool = pool;
    this.mintForKnown = mintForKnown;
    this.attempts = attempts;
    this.situations = situations;
    this.linkPerson = linkPerson;
    this.usedAssertions = usedAssertions;
    this.codes = codes;
    this.idpSessions = idpSessions;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Completes a sign-in of which both is only remembered; empty, and nothing has happened, if it is
   * not as simple as that: then what is stored has to be read.
   */
  Uni<Optional<Continuation.Minted>> completeRemembered(
      Attempt attempt, Purpose.SignIn signIn, Verdict.Accepted verdict) {
    Instant now = clock.instant();
    return attempt.isExpired(now)
        ? Uni.createFrom().item(Optional.empty())
        : mint(attempt, signIn, verdict, now);
  }

  private Uni<Optional<Continuation.Minted>> mint(
      Attempt attempt, Purpose.SignIn signIn, Verdict.Accepted accepted, Instant now) {
    AuthorizationRequest request = signIn.request();
    return mintForKnown
        .mint(attempt, request, accepted, address(accepted), idpSession(attempt, accepted), now)
        .map(code -> code.map(issued -> new Continuation.Minted(request, issued.code())));
  }

  Uni<Continuation> complete(Attempt attempt, Purpose.SignIn signIn, Verdict verdict) {
    Ending ending =
        new Ending(attempt, signIn.request(), email(verdict), verdict.checks(), clock.instant());
    return switch (verdict) {
      case Verdict.Accepted accepted when !attempt.isExpired(ending.now()) ->
          mint(attempt, signIn, accepted, ending.now())
              .flatMap(minted ->
                  minted.isPresent()
                      ? Uni.createFrom().<Continuation>item(minted.get())
                      : decide(ending, verdict));
      case Verdict.Accepted _, Verdict.Rejected _, Verdict.NotJudged _ -> decide(ending, verdict);
    };
  }

  private Uni<Continuation> decide(Ending ending, Verdict verdict) {
    return pool.withTransaction(connection ->
        switch (verdict) {
          case Verdict.Accepted accepted ->
              ending.attempt().isExpired(ending.now())
                  ? end(connection, ending, List.of(expired(ending)))
                  : weigh(connection, ending, accepted);
          case Verdict.Rejected rejected -> end(connection, ending, rejected.findings());
          case Verdict.NotJudged notJudged -> end(connection, ending, List.of(notJudged.finding()));
        });
  }

  /** What all steps of one ending share. */
  private record Ending(
      Attempt attempt,
      AuthorizationRequest request,
      Optional<String> email,
      List<Check> checks,
      Instant now) {}

  /** Only one that a trusted key vouched for goes into the log. */
  private static Optional<String> email(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted accepted -> accepted.subject().email();
      case Verdict.Rejected _, Verdict.NotJudged _ -> Optional.empty();
    };
  }

  /** Accepted means that the address has one reading. */
  private static EmailAddress address(Verdict.Accepted accepted) {
    return accepted.subject().email().flatMap(EmailAddress::parse).orElseThrow();
  }

  private static Finding expired(Ending ending) {
    return Finding.of(
        SignInReason.ATTEMPT_EXPIRED,
        "before " + ending.attempt().expiresAt(),
        ending.now().toString());
  }

  private Uni<Continuation> weigh(
      SqlConnection connection, Ending ending, Verdict.Accepted accepted) {
    Verdict.Subject subject = accepted.subject();
    EmailAddress email = address(accepted);
    Identity identity = new Identity(ending.attempt().connection(), accepted.with(), subject.key());
    return situations
        .consume(connection, ending.attempt(), identity, email, ending.now())
        .flatMap(found -> {
          if (found.isEmpty()) {
            return refuse(connection, ending, List.of(SignInReason.CONNECTION_NOT_LIVE));
          }
          Situation situation = found.get();
          if (!situation.first()) {
            return Uni.createFrom().item(new Continuation.EndedBefore());
          }
          List<SignInReason> refusals = situation.refusals();
          return refusals.isEmpty()
              ? admit(connection, ending, accepted, situation, identity, email)
              : refuse(connection, ending, refusals);
        });
  }

  private Uni<Continuation> admit(
      SqlConnection connection,
      Ending ending,
      Verdict.Accepted accepted,
      Situation situation,
      Identity identity,
      EmailAddress email) {
    return usedAssertions
        .use(connection, ending.attempt(), accepted.singleUse())
        .flatMap(fresh ->
            fresh
                ? linkPerson.link(
                    connection,
                    ending.attempt().organization(),
                    situation,
                    identity,
                    email,
                    ending.now())
                : Uni.createFrom().item(new LinkedPerson.Unclear(SignInReason.ASSERTION_REPLAYED)))
        .flatMap(linked ->
            switch (linked) {
              case LinkedPerson.Unclear(var reason) -> refuse(connection, ending, List.of(reason));
              case LinkedPerson.Clear clear -> mint(connection, ending, accepted, clear, email);
            });
  }

  private Uni<Continuation> mint(
      SqlConnection connection,
      Ending ending,
      Verdict.Accepted accepted,
      LinkedPerson.Clear person,
      EmailAddress email) {
    IssuedCode code = codes.next();
    Attempt attempt = ending.attempt();
    return codes
        .issue(
            connection,
            new NewCode(
                code,
                ending.request(),
                attempt.id(),
                attempt.organization(),
                attempt.connection(),
                attempt.revision(),
                person.signedIn(accepted, email, idpSession(attempt, accepted)),
                ending.now()))
        .replaceWith(new Continuation.Minted(ending.request(), code.code()));
  }

  /** Without a name for the person nothing of the identity provider's could be ended. */
  private @Nullable SealedIdpSession idpSession(Attempt attempt, Verdict.Accepted accepted) {
    Verdict.Subject subject = accepted.subject();
    String session = accepted.authentication().session().orElse(null);
    return accepted
        .authentication()
        .openId()
        .map(openId -> IdpSession.openId(openId.subject(), session, openId.idToken().orElse(null)))
        .or(() ->
            subject
                .nameId()
                .map(nameId ->
                    IdpSession.saml(nameId, subject.nameIdFormat().orElse(null), session)))
        .map(named -> idpSessions.seal(attempt.id(), attempt.connection(), named))
        .orElse(null);
  }

  /** For refusals before anything was consumed. */
  private Uni<Continuation> end(SqlConnection connection, Ending ending, List<Finding> findings) {
    return attempts
        .finish(connection, ending.attempt(), ending.now())
        .flatMap(first ->
            first
                ? record(connection, ending, findings)
                : Uni.createFrom().item(new Continuation.EndedBefore()));
  }

  private Uni<Continuation> refuse(
      SqlConnection connection, Ending ending, List<SignInReason> reasons) {
    return record(
        connection, ending, reasons.stream().map(reason -> finding(ending, reason)).toList());
  }

  /** With the domain where it is the domain that is refused. */
  private static Finding finding(Ending ending, SignInReason reason) {
    boolean domain =
        reason == SignInReason.EMAIL_DOMAIN_NOT_ROUTED
            || reason == SignInReason.EMAIL_DOMAIN_LAPSED;
    return Finding.of(
        reason,
        "",
        domain
            ? ending.email().flatMap(EmailAddress::parse).map(EmailAddress::domain).orElse("")
            : "");
  }

  private Uni<Continuation> record(
      SqlConnection connection, Ending ending, List<Finding> findings) {
    Attempt attempt = ending.attempt();
    String reference = SignInReference.next();
    FailedSignIn failed =
        new FailedSignIn(
            attempt.id(),
            attempt.organization(),
            attempt.connection(),
            attempt.revision(),
            ending.request().application(),
            null,
            ending.email().orElse(null),
            reference,
            findings.stream().map(CompleteSignIn::logged).toList(),
            ending.checks().stream().map(CompleteSignIn::logged).toList(),
            ending.now());
    return log.failed(connection, failed)
        .replaceWith(new Continuation.Refused(ending.request(), reference, findings));
  }

  private static FailedSignIn.Finding logged(Finding finding) {
    return new FailedSignIn.Finding(
        finding.code(), orNull(finding.expected()), orNull(finding.received()));
  }

  private static FailedSignIn.CheckLine logged(Check check) {
    return new FailedSignIn.CheckLine(
        check.name(),
        check.title(),
        check.outcome().name().toLowerCase(Locale.ROOT),
        orNull(check.expected()),
        orNull(check.received()));
  }

  private static @Nullable String orNull(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty()).orElse(null);
  }
}
