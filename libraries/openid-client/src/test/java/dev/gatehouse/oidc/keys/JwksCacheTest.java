package dev.gatehouse.oidc.keys;

import static dev.gatehouse.oidc.fixtures.TestProvider.RSA;
import static dev.gatehouse.oidc.fixtures.TestProvider.RSA_NEXT;
import static dev.gatehouse.oidc.fixtures.TestProvider.claims;
import static dev.gatehouse.oidc.fixtures.TestProvider.published;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.fixtures.FakeHttpFetch;
import dev.gatehouse.oidc.fixtures.TestProvider;
import dev.gatehouse.oidc.idtoken.IdTokenExpectations;
import dev.gatehouse.oidc.idtoken.IdTokenJudge;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rotation, floods of unknown keys, and key sets that cannot be had (RP6). */
class JwksCacheTest {

  private static final JwksSource SOURCE =
      new JwksSource("con_a", TestProvider.ISSUER, URI.create("https://idp.example/jwks"));

  private final FakeHttpFetch provider = new FakeHttpFetch();
  private final SteppedClock clock = new SteppedClock();
  private final JwksCache cache =
      new JwksCache(provider, clock, JwksFreshness.USUAL, () -> Runnable::run);

  @Test
  void fetchesOnceForManyTokens() {
    publishes(RSA);

    for (int i = 0; i < 50; i++) {
      assertThat(ids(TestProvider.token())).containsExactly("rsa-1");
    }

    assertThat(provider.asked()).hasSize(1);
  }

  @Test
  void acceptsATokenOfARotatedKeyAndThenRefusesTheRetiredOne() {
    publishes(RSA);
    String old = TestProvider.token();
    assertThat(judged(old)).isInstanceOf(IdTokenVerdict.Accepted.class);

    publishes(RSA_NEXT);
    clock.step(Duration.ofMinutes(5));
    String fresh = TestProvider.sign(JWSAlgorithm.RS256, RSA_NEXT, claims().build());

    assertThat(judged(fresh)).isInstanceOf(IdTokenVerdict.Accepted.class);
    assertThat(TestProvider.isSignedByProvider(old)).isTrue();
    assertThat(judged(old)).isInstanceOf(IdTokenVerdict.Rejected.class);
  }

  @Test
  void dropsAKeyThatWasTakenBackWithinAnHour() {
    publishes(RSA, RSA_NEXT);
    assertThat(ids(TestProvider.token())).contains("rsa-1");

    publishes(RSA_NEXT);
    clock.step(Duration.ofHours(1));

    assertThat(ids(TestProvider.token())).containsExactly("rsa-2");
  }

  @Test
  void isNotMovedToFloodTheProviderByUnknownKeyIds() {
    publishes(RSA);
    ids(TestProvider.token());

    for (int second = 0; second < 60; second++) {
      clock.step(Duration.ofSeconds(1));
      for (int i = 0; i < 20; i++) {
        assertThat(judged(naming("invented-" + second + "-" + i)))
            .isInstanceOf(IdTokenVerdict.Rejected.class);
      }
    }

    assertThat(provider.asked()).hasSize(3);
  }

  @Test
  void letsOneConnectionsFloodNotDelayAnothersRotation() {
    publishes(RSA);
    var other = new JwksSource("con_b", SOURCE.issuer(), SOURCE.jwksUri());
    ids(TestProvider.token());
    ids(naming("invented"));

    assertThat(cache.keysFor(other, TestProvider.token()).await().indefinitely())
        .isInstanceOf(JwksOutcome.Keys.class);
    assertThat(provider.asked()).hasSize(2);
  }

  @Test
  void asksOnceForAllWhoWaitAndResumesEachInItsPlace() {
    publishes(RSA);
    provider.isSlow();
    var places = new AtomicInteger();
    Executor counting =
        task -> {
          places.incrementAndGet();
          task.run();
        };
    var counted = new JwksCache(provider, clock, JwksFreshness.USUAL, () -> counting);
    List<UniAssertSubscriber<JwksOutcome>> waiting = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      waiting.add(
          counted
              .keysFor(SOURCE, TestProvider.token())
              .subscribe()
              .withSubscriber(UniAssertSubscriber.create()));
    }

    provider.answersNow();

    waiting.forEach(
        one -> assertThat(one.assertCompleted().getItem()).isInstanceOf(JwksOutcome.Keys.class));
    assertThat(provider.asked()).hasSize(1);
    assertThat(places).hasValue(10);
  }

  @Test
  void isNotStuckWhenTheOneWhoAskedGoesAway() {
    publishes(RSA);
    provider.isSlow();
    cache
        .keysFor(SOURCE, TestProvider.token())
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .cancel();
    provider.answersNow();
    clock.step(Duration.ofMinutes(1));

    assertThat(ids(TestProvider.token())).containsExactly("rsa-1");
  }

  @Test
  void usesTheLastGoodKeysForADayWhileTheProviderIsDown() {
    publishes(RSA);
    ids(TestProvider.token());

    provider.isDown();
    clock.step(Duration.ofHours(23));
    assertThat(ids(TestProvider.token())).containsExactly("rsa-1");

    provider.answers(500, "broken");
    clock.step(Duration.ofMinutes(59));
    assertThat(ids(TestProvider.token())).containsExactly("rsa-1");

    provider.answers(200, "{\"keys\":[]}");
    clock.step(Duration.ofMinutes(1));
    assertThat(ask(TestProvider.token()))
        .isInstanceOfSatisfying(
            JwksOutcome.Unavailable.class,
            none -> {
              assertThat(none.reason().code()).isEqualTo(OidcReasonCode.KEY_UNKNOWN);
              assertThat(none.reason().text()).contains("no usable key");
            });
  }

  @Test
  void asksAgainSoonAfterAFailure() {
    provider.isDown();
    assertThat(ask(TestProvider.token())).isInstanceOf(JwksOutcome.Unavailable.class);
    assertThat(ask(TestProvider.token())).isInstanceOf(JwksOutcome.Unavailable.class);
    assertThat(provider.asked()).hasSize(1);

    publishes(RSA);
    clock.step(Duration.ofSeconds(5));
    assertThat(ids(TestProvider.token())).containsExactly("rsa-1");
  }

  @Test
  void renewsForATokenThatNamesNoKey() {
    publishes(RSA);
    String unnamed =
        TestProvider.sign(new JWSHeader(JWSAlgorithm.RS256), RSA_NEXT, claims().build());
    assertThat(ids(unnamed)).containsExactly("rsa-1");

    publishes(RSA_NEXT);
    clock.step(Duration.ofSeconds(30));
    cache.renewed(SOURCE).await().indefinitely();

    assertThat(judged(unnamed)).isInstanceOf(IdTokenVerdict.Accepted.class);
  }

  @Test
  void takesNoSecretKeyAndNoPrivatePartAndSkipsWhatItCannotRead() {
    String usable = RSA.toJSONString();
    provider.answers(
        200,
        """
        {"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"mac"},{"kty":"QUANTUM"},{"kty":"EC","crv":"P-256"},
        7,null,%s]}\
        """
            .formatted(usable));

    var keys = ((JwksOutcome.Keys) ask(TestProvider.token())).keys().getKeys();

    assertThat(keys).extracting(JWK::getKeyID).containsExactly("rsa-1");
    assertThat(keys).noneMatch(JWK::isPrivate);
  }

  @Test
  void leavesOutEntrasKeysForOtherIssuers() {
    provider.answers(
        200,
        "{\"keys\":[%s,%s,%s]}"
            .formatted(
                of(RSA, "https://login.microsoftonline.com/{tenantid}/v2.0"),
                of(RSA_NEXT, "https://login.microsoftonline.com/9188040d/v2.0"),
                of(new RSAKey.Builder(RSA_NEXT).keyID("own").build(), "https://idp.example")));

    assertThat(ids(TestProvider.token())).containsExactly("rsa-1", "own");
  }

  private static String of(RSAKey key, String issuer) {
    return key.toPublicJWK().toJSONString().replaceFirst("\\{", "{\"issuer\":\"" + issuer + "\",");
  }

  private void publishes(JWK... keys) {
    provider.answers(200, published(keys).toString());
  }

  private static String naming(String keyId) {
    return TestProvider.sign(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), RSA, claims().build());
  }

  private JwksOutcome ask(String token) {
    return cache.keysFor(SOURCE, token).await().atMost(Duration.ofSeconds(5));
  }

  private List<String> ids(String token) {
    var outcome = ask(token);
    assertThat(outcome).isInstanceOf(JwksOutcome.Keys.class);
    return ((JwksOutcome.Keys) outcome).keys().getKeys().stream().map(JWK::getKeyID).toList();
  }

  private IdTokenVerdict judged(String token) {
    var expected =
        IdTokenExpectations.builder(
                TestProvider.ISSUER, TestProvider.CLIENT, TestProvider.NONCE, List.of())
            .build();
    var keys = ((JwksOutcome.Keys) ask(token)).keys();
    return IdTokenJudge.judge(token, expected, keys, TestProvider.NOW);
  }

  private static final class SteppedClock extends Clock {
    private Instant now = TestProvider.NOW;

    void step(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
