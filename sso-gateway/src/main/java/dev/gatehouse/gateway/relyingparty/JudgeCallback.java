package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.UsedAssertions;
import dev.gatehouse.gateway.attempt.Verdict;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.OidcSettings;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.ProviderRules;
import dev.gatehouse.oidc.authorization.AuthorizationAnswer;
import dev.gatehouse.oidc.authorization.AuthorizationVerdict;
import dev.gatehouse.oidc.authorization.ExpectedAnswer;
import dev.gatehouse.oidc.authorization.OneTimeValues;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.oidc.guarded.CallersContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Judges what came back against the revision that the attempt pinned, with everything it takes to
 * ask the identity provider. Within bounds of number and time; no transaction is open meanwhile.
 */
@Singleton
class JudgeCallback {

  private final Providers providers;
  private final Bulkhead bulkhead;
  private final UsedAssertions used;
  private final RedeemAtProvider redeem;
  private final RelyingPartyConfig config;
  private final Pool pool;

  JudgeCallback(
      Providers providers,
      Bulkhead bulkhead,
      UsedAssertions used,
      RedeemAtProvider redeem,
      RelyingPartyConfig config,
      Pool pool) {
    this.providers = providers;
    this.bulkhead = bulkhead;
    this.used = used;
    this.redeem = redeem;
    this.config = config;
    this.pool = pool;
  }

  /** Empty if the code is being redeemed already. */
  Uni<Optional<Verdict>> judge(
      KnownConnection connection,
      Attempt attempt,
      OidcSettings settings,
      String browserSecret,
      Map<String, List<String>> query) {
    Executor back = CallersContext.current();
    Trail trail = Trail.of(attempt);
    trail.answered(query);
    Optional<ProviderRules> rules = Subjects.rules(settings);
    if (rules.isEmpty()) {
      return rejected(
          settings,
          OidcReason.of(OidcReasonCode.TENANT_MISMATCH, "an issuer with a tenant id", ""),
          trail);
    }
    OneTimeValues values = OneTime.of(attempt.requestId(), browserSecret);
    return bulkhead.run(
        connection.organization(),
        () ->
            providers
                .of(connection.id(), settings)
                .flatMap(outcome ->
                    switch (outcome) {
                      case DiscoveryOutcome.Refused refused ->
                          rejected(settings, refused.reason(), trail);
                      case DiscoveryOutcome.Found(var provider) ->
                          answered(
                              new Asked(
                                  connection, attempt, settings, provider, rules.get(), values),
                              AuthorizationAnswer.of(query),
                              trail);
                    })
                .ifNoItem()
                .after(config.deadline())
                .recoverWithItem(() -> Optional.of(late(settings, trail)))
                .emitOn(back));
  }

  private Uni<Optional<Verdict>> answered(Asked asked, AuthorizationAnswer answer, Trail trail) {
    ProviderMetadata provider = asked.provider();
    ExpectedAnswer expected =
        new ExpectedAnswer(asked.values().state(), provider.issuer(), provider.sendsIssuer());
    return switch (answer.judge(expected)) {
      case AuthorizationVerdict.Rejected rejected ->
          Uni.createFrom()
              .item(
                  Optional.of(
                      OidcVerdicts.rejected(
                          asked.settings(), rejected.reasons(), trail.add(rejected.checks()))));
      case AuthorizationVerdict.CodeReceived(var code, var checks) ->
          used.use(pool, asked.attempt(), once(asked.attempt(), code))
              .flatMap(first ->
                  first
                      ? redeem.redeem(asked, code, trail.add(checks)).map(Optional::of)
                      : Uni.createFrom().item(Optional.empty()));
    };
  }

  /** A code is tried once, whoever reloads the page (RFC 6749 4.1.2). */
  private static Verdict.SingleUse once(Attempt attempt, String code) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
      return new Verdict.SingleUse("code:" + HexFormat.of().formatHex(hash), attempt.expiresAt());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Uni<Optional<Verdict>> rejected(
      OidcSettings settings, OidcReason reason, Trail trail) {
    return Uni.createFrom().item(Optional.of(OidcVerdicts.rejected(settings, reason, trail)));
  }

  private Verdict late(OidcSettings settings, Trail trail) {
    return OidcVerdicts.rejected(
        settings,
        new OidcReason(
            OidcReasonCode.TOKEN_REQUEST_FAILED,
            "an answer within " + config.deadline().toSeconds() + " seconds",
            "none",
            "The identity provider took too long to answer."),
        trail);
  }
}
