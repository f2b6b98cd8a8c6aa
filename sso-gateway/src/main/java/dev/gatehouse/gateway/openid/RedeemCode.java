package dev.gatehouse.gateway.openid;

import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.gateway.log.FailedSignIn;
import dev.gatehouse.gateway.log.FailedSignIn.Finding;
import dev.gatehouse.gateway.log.SignInLog;
import dev.gatehouse.gateway.log.SignInReference;
import dev.gatehouse.gateway.openid.RedeemedCodes.AccessToken;
import dev.gatehouse.gateway.openid.RedeemedCodes.Shown;
import dev.gatehouse.gateway.openid.Redemption.Redeemed;
import dev.gatehouse.gateway.openid.Redemption.UnknownClient;
import dev.gatehouse.gateway.openid.Redemption.UnknownCode;
import dev.gatehouse.gateway.openid.Redemption.Used;
import dev.gatehouse.gateway.openid.Redemption.Withdrawn;
import dev.gatehouse.gateway.openid.TokenOutcome.Error;
import dev.gatehouse.gateway.openid.TokenOutcome.Issued;
import dev.gatehouse.gateway.openid.TokenOutcome.Refused;
import dev.gatehouse.gateway.random.RandomTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Exchanges a code for tokens, once. */
@ApplicationScoped
class RedeemCode {

  private static final Logger LOG = Logger.getLogger(RedeemCode.class);
  private static final Duration ACCESS_TOKEN_LIFETIME = Duration.ofMinutes(5);

  private final RedeemedCodes codes;
  private final IdTokens idTokens;
  private final SigningWorkers workers;
  private final SignInLog log;
  private final Pool pool;
  private final Clock clock;

  RedeemCode(
      RedeemedCodes codes,
      IdTokens idTokens,
      SigningWorkers workers,
      SignInLog log,
      Pool pool,
      Clock clock) {
    this.codes = codes;
    this.idTokens = idTokens;
    this.workers = workers;
    this.log = log;
    this.pool = pool;
    this.clock = clock;
  }

  /** Fails with {@link SigningWorkers.Busy} before anything happened. */
  Uni<TokenOutcome> redeem(TokenRequest request, @Nullable String trace) {
    return workers.admit(() -> {
      Instant now = clock.instant();
      String accessToken = RandomTokens.next();
      Shown shown = shown(request);
      return codes
          .redeem(
              shown,
              new AccessToken(RandomTokens.hash(accessToken), now.plus(ACCESS_TOKEN_LIFETIME)),
              trace,
              now)
          .flatMap(redemption ->
              switch (redemption) {
                case Redeemed(var code, var algorithm) -> issue(code, algorithm, accessToken, now);
                case UnknownClient _ ->
                    refused(Error.INVALID_CLIENT, "unknown client, or wrong secret");
                case UnknownCode _ -> refused(Error.INVALID_GRANT, "the code is not valid");
                case Used _ ->
                    // RFC 6749 section 4.1.2: one of the two who had the code is a thief.
                    codes
                        .revoke(shown.code(), now)
                        .chain(() -> refused(Error.INVALID_GRANT, "the code was used before"));
                case Withdrawn withdrawn ->
                    record(withdrawn, request, now)
                        .chain(() ->
                            refused(Error.INVALID_GRANT, "the sign-in is not allowed any more"));
              });
    });
  }

  private static Shown shown(TokenRequest request) {
    String secret = request.clientSecret();
    return new Shown(
        request.client(),
        secret == null ? null : RandomTokens.hash(secret),
        RandomTokens.hash(request.code()),
        request.redirectUri(),
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(RandomTokens.hash(request.codeVerifier())));
  }

  private Uni<TokenOutcome> issue(
      RedeemedCode code, Algorithm algorithm, String accessToken, Instant now) {
    return idTokens
        .sign(code, algorithm, accessToken, now)
        .invoke(() ->
            LOG.infof(
                "Signed in organizationId=%s connectionId=%s signInId=%s",
                code.organization(), code.connection(), code.signIn()))
        .map(idToken ->
            new Issued(accessToken, ACCESS_TOKEN_LIFETIME.toSeconds(), idToken, code.scope()));
  }

  private Uni<Void> record(Withdrawn withdrawn, TokenRequest request, Instant now) {
    FailedSignIn failed =
        new FailedSignIn(
            withdrawn.signIn(),
            withdrawn.organization(),
            withdrawn.connection(),
            withdrawn.revision(),
            request.client(),
            withdrawn.person(),
            withdrawn.email(),
            SignInReference.next(),
            List.of(new Finding(withdrawn.why(), null, null)),
            List.of(),
            now);
    LOG.infof(
        "Sign-in refused at redemption organizationId=%s connectionId=%s signInId=%s reason=%s",
        withdrawn.organization(), withdrawn.connection(), withdrawn.signIn(), withdrawn.why());
    return pool.withTransaction(connection -> log.failed(connection, failed));
  }

  private static Uni<TokenOutcome> refused(Error error, String description) {
    return Uni.createFrom().item(new Refused(error, description));
  }
}
