package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.saml.Workers;
import dev.gatehouse.oidc.CheckOutcome;
import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcCheckName;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.oidc.idtoken.IdTokenExpectations;
import dev.gatehouse.oidc.idtoken.IdTokenJudge;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict;
import dev.gatehouse.oidc.keys.JwksCache;
import dev.gatehouse.oidc.keys.JwksOutcome;
import dev.gatehouse.oidc.keys.JwksSource;
import dev.gatehouse.oidc.token.ClientAuthentication;
import dev.gatehouse.oidc.token.TokenEndpoint;
import dev.gatehouse.oidc.token.TokenOutcome;
import dev.gatehouse.oidc.token.TokenRequestForm;
import dev.gatehouse.oidc.userinfo.CompleteIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Turns a code into a judged ID token, at the pinned revision's own provider and nowhere else. */
@Singleton
class RedeemAtProvider {

  /** Several times what the largest real ID tokens measure. */
  private static final int LONGEST_TOKEN = 64 * 1024;

  private final ClientCredentials credentials;
  private final TokenEndpoint tokenEndpoint;
  private final JwksCache keys;
  private final CompleteIdentity completeIdentity;
  private final JudgeIdentity judgeIdentity;
  private final RelyingPartyConfig config;
  private final Workers workers;
  private final Clock clock;

  RedeemAtProvider(
      ClientCredentials credentials,
      TokenEndpoint tokenEndpoint,
      JwksCache keys,
      CompleteIdentity completeIdentity,
      JudgeIdentity judgeIdentity,
      RelyingPartyConfig config,
      Workers workers,
      Clock clock) {
    this.credentials = credentials;
    this.tokenEndpoint = tokenEndpoint;
    this.keys = keys;
    this.completeIdentity = completeIdentity;
    this.judgeIdentity = judgeIdentity;
    this.config = config;
    this.workers = workers;
    this.clock = clock;
  }

  Uni<Verdict> redeem(Asked asked, String code, Trail trail) {
    return workers
        .run(() ->
            credentials
                .of(asked.connection(), asked.settings())
                .map(client -> form(asked, code, client)))
        .flatMap(form ->
            form.map(tokenEndpoint::redeem)
                .map(answer -> answer.flatMap(outcome -> judge(asked, outcome, trail)))
                .orElseGet(() -> rejected(asked, noCredentials(), trail)));
  }

  private TokenRequestForm form(Asked asked, String code, ClientAuthentication client) {
    String redirectUri = Objects.requireNonNull(asked.connection().serviceProvider().redirectUri());
    return TokenRequestForm.of(
        new TokenRequestForm.At(asked.provider().issuer(), asked.provider().tokenEndpoint()),
        new TokenRequestForm.Grant(code, URI.create(redirectUri), asked.values().codeVerifier()),
        client,
        clock.instant());
  }

  private static OidcReason noCredentials() {
    return new OidcReason(
        OidcReasonCode.CLIENT_REJECTED,
        "a client secret or key",
        "none",
        "The connection holds no client secret that can be used; enter it again.");
  }

  private Uni<Verdict> judge(Asked asked, TokenOutcome outcome, Trail trail) {
    return switch (outcome) {
      case TokenOutcome.Refused refused ->
          rejected(asked, refused.reason(), trail.add(refused.checks()));
      case TokenOutcome.Issued issued when issued.idToken().length() > LONGEST_TOKEN ->
          rejected(
              asked,
              OidcReason.of(
                  OidcReasonCode.ID_TOKEN_INVALID,
                  "at most " + LONGEST_TOKEN + " characters",
                  issued.idToken().length() + " characters"),
              trail.add(issued.checks()));
      case TokenOutcome.Issued issued -> {
        trail.add(issued.checks()).token(issued.idToken());
        yield keys.keysFor(source(asked), issued.idToken())
            .flatMap(found -> judge(asked, issued, found, trail));
      }
    };
  }

  static JwksSource source(KnownConnection connection, ProviderMetadata provider) {
    return new JwksSource(connection.id().toString(), provider.issuer(), provider.jwksUri());
  }

  private static JwksSource source(Asked asked) {
    return source(asked.connection(), asked.provider());
  }

  private Uni<Verdict> judge(
      Asked asked, TokenOutcome.Issued issued, JwksOutcome keysFound, Trail trail) {
    return judged(asked, issued, keysFound)
        .flatMap(verdict ->
            // How rotation looks at a provider that gives its keys no ids, or old ids again.
            isOnlySignature(verdict)
                ? keys.renewed(source(asked)).flatMap(renewed -> judged(asked, issued, renewed))
                : Uni.createFrom().item(verdict))
        .flatMap(verdict ->
            switch (verdict) {
              case IdTokenVerdict.Rejected rejected ->
                  judgeIdentity.refuse(asked, rejected, trail.add(rejected.checks()));
              case IdTokenVerdict.Accepted accepted ->
                  completeIdentity
                      .complete(accepted, asked.provider().userInfoEndpoint(), issued.accessToken())
                      .flatMap(completed ->
                          judgeIdentity.judge(asked, issued.idToken(), accepted, completed, trail));
            });
  }

  private Uni<IdTokenVerdict> judged(
      Asked asked, TokenOutcome.Issued issued, JwksOutcome keysFound) {
    return switch (keysFound) {
      case JwksOutcome.Unavailable(var reason) ->
          Uni.createFrom()
              .item(
                  new IdTokenVerdict.Rejected(
                      List.of(reason),
                      List.of(
                          new OidcCheck(
                              OidcCheckName.KEY,
                              CheckOutcome.FAILED,
                              reason.expected(),
                              reason.received())),
                      Optional.empty()));
      case JwksOutcome.Keys(var set) ->
          workers.run(() ->
              IdTokenJudge.judge(
                  issued.idToken(), expectations(asked, issued), set, clock.instant()));
    };
  }

  private IdTokenExpectations expectations(Asked asked, TokenOutcome.Issued issued) {
    return TokenExpectations.of(
        asked.settings(),
        asked.rules(),
        asked.provider(),
        asked.values().nonce(),
        issued.accessToken(),
        asked.attempt().authenticatedAfter(),
        config.clockSkew());
  }

  private static boolean isOnlySignature(IdTokenVerdict verdict) {
    return switch (verdict) {
      case IdTokenVerdict.Accepted _ -> false;
      case IdTokenVerdict.Rejected rejected ->
          rejected.reasons().stream()
              .allMatch(reason -> reason.code() == OidcReasonCode.SIGNATURE_INVALID);
    };
  }

  private static Uni<Verdict> rejected(Asked asked, OidcReason reason, Trail trail) {
    return Uni.createFrom().item(OidcVerdicts.rejected(asked.settings(), reason, trail));
  }
}
