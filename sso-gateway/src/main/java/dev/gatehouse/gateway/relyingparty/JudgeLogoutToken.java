package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.gateway.projection.Revision;
import dev.gatehouse.gateway.saml.Workers;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.oidc.guarded.CallersContext;
import dev.gatehouse.oidc.keys.JwksCache;
import dev.gatehouse.oidc.keys.JwksOutcome;
import dev.gatehouse.oidc.logout.LogoutTokenExpectations;
import dev.gatehouse.oidc.logout.LogoutTokenJudge;
import dev.gatehouse.oidc.logout.LogoutTokenVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Whether a connection's own provider said that a session ended, with its own keys. */
@Singleton
public class JudgeLogoutToken {

  private final Providers providers;
  private final Bulkhead bulkhead;
  private final JwksCache keys;
  private final RelyingPartyConfig config;
  private final Workers workers;
  private final Clock clock;

  JudgeLogoutToken(
      Providers providers,
      Bulkhead bulkhead,
      JwksCache keys,
      RelyingPartyConfig config,
      Workers workers,
      Clock clock) {
    this.providers = providers;
    this.bulkhead = bulkhead;
    this.keys = keys;
    this.config = config;
    this.workers = workers;
    this.clock = clock;
  }

  public Uni<LogoutTokenVerdict> judge(KnownConnection connection, String token) {
    Executor back = CallersContext.current();
    Optional<OidcSettings> settings = connection.liveOrDraft().map(Revision::oidc);
    return settings.isEmpty()
        ? rejected(OidcReason.of(OidcReasonCode.ISSUER_MISMATCH, "OpenID Connect", ""))
        : bulkhead.run(
            connection.organization(),
            () ->
                providers
                    .of(connection.id(), settings.get())
                    .flatMap(outcome ->
                        switch (outcome) {
                          case DiscoveryOutcome.Found(var provider) ->
                              judge(connection, settings.get(), provider, token);
                          case DiscoveryOutcome.Refused refused -> rejected(refused.reason());
                        })
                    .ifNoItem()
                    .after(config.deadline())
                    .fail()
                    .emitOn(back));
  }

  private Uni<LogoutTokenVerdict> judge(
      KnownConnection connection, OidcSettings settings, ProviderMetadata provider, String token) {
    var expected =
        new LogoutTokenExpectations(
            provider.issuer(),
            settings.clientId(),
            TokenExpectations.algorithms(settings, provider),
            config.clockSkew());
    return keys.keysFor(RedeemAtProvider.source(connection, provider), token)
        .flatMap(found ->
            switch (found) {
              case JwksOutcome.Unavailable(var reason) -> rejected(reason);
              case JwksOutcome.Keys(var set) ->
                  workers.run(() -> LogoutTokenJudge.judge(token, expected, set, clock.instant()));
            });
  }

  private static Uni<LogoutTokenVerdict> rejected(OidcReason reason) {
    return Uni.createFrom().item(new LogoutTokenVerdict.Rejected(reason));
  }
}
