package dev.gatehouse.gateway.openid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.openid.TestApplications.Registered;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * People sign in all the time while the signing key is replaced. Their applications believe the
 * {@code max-age} of our keys to the last second and never ask in between, not even for a key that
 * they do not know: whoever is that patient must not notice the rotation.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class KeyRotationTest {

  private static final int PEOPLE = 3;
  private static final Duration LIFETIME = Duration.ofDays(90);

  @Inject KnownWorld world;
  @Inject TestCodes codes;
  @Inject SigningKeys keys;
  @Inject Clock clock;
  @Inject Pool pool;

  /** Nobody's clock moves between a code and its tokens. */
  private final ReadWriteLock time = new ReentrantReadWriteLock();

  private final Set<String> signedWith = ConcurrentHashMap.newKeySet();

  /** Other tests of keys travel through time as well; what they made lies in the future. */
  @BeforeEach
  @AfterEach
  void keysAreOfToday() {
    given().delete("/test/clock");
    pool.query("delete from signing_key").execute().await().atMost(Duration.ofSeconds(10));
    keys.refresh().await().atMost(Duration.ofSeconds(10));
  }

  @Test
  void noSignInFailsWhileTheKeyIsReplaced() throws Exception {
    Customer acme = world.customer();
    Registered app = TestApplications.signedWith("ES256");
    AtomicBoolean over = new AtomicBoolean();
    List<Future<Integer>> people = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
      for (int i = 0; i < PEOPLE; i++) {
        people.add(threads.submit(() -> signInUntil(over, acme, app)));
      }
      try {
        aWholeRotation();
      } finally {
        over.set(true);
      }
    }

    for (Future<Integer> person : people) {
      assertThat(person.get()).as("verified sign-ins of one person").isPositive();
    }
    assertThat(signedWith).as("there was a rotation").hasSizeGreaterThanOrEqualTo(2);
  }

  /** Steps are small where something happens: as the key gets old, is announced, signs, retires. */
  private void aWholeRotation() {
    move(Duration.ZERO);
    move(LIFETIME.minusMinutes(2));
    for (int minute = -1; minute <= 16; minute++) {
      move(LIFETIME.plusMinutes(minute));
    }
    for (int hour = 1; hour <= 26; hour++) {
      move(LIFETIME.plusHours(hour));
    }
  }

  private void move(Duration offset) {
    time.writeLock().lock();
    try {
      given()
          .contentType("application/json")
          .body(Map.of("offset", offset.toString()))
          .put("/test/clock")
          .then()
          .statusCode(204);
      keys.refresh().await().atMost(Duration.ofSeconds(10));
    } finally {
      time.writeLock().unlock();
    }
  }

  private int signInUntil(AtomicBoolean over, Customer acme, Registered app) throws Exception {
    PatientClient client = new PatientClient();
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer("http://localhost:8080"),
            new ClientID(app.id().toString()),
            new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, client),
            null);
    // The library cannot be given a clock; what is tested are keys, not times.
    validator.setMaxClockSkew((int) Duration.ofDays(400).toSeconds());
    int verified = 0;
    while (!over.get()) {
      SignedJWT token = idToken(acme, app);
      validator.validate(token, new Nonce("nonce-1"));
      signedWith.add(token.getHeader().getKeyID());
      verified++;
    }
    return verified;
  }

  private SignedJWT idToken(Customer acme, Registered app) throws ParseException {
    time.readLock().lock();
    try {
      Response tokens = TestCodes.redeem(codes.issue(acme, app.id()), app);
      tokens.then().statusCode(200);
      return SignedJWT.parse(tokens.path("id_token"));
    } finally {
      time.readLock().unlock();
    }
  }

  /**
   * Keeps the keys for as long as they say, by the clock of the test, and asks for nothing else.
   */
  private final class PatientClient implements JWKSource<SecurityContext> {

    private JWKSet kept = new JWKSet();
    private Instant until = Instant.MIN;

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
      Instant now = clock.instant();
      if (now.isAfter(until)) {
        Response answer = io.restassured.RestAssured.get("/oauth2/jwks");
        String maxAge = answer.header("Cache-Control").replaceFirst(".*max-age=(\\d+).*", "$1");
        kept = parsed(answer.asString());
        until = now.plusSeconds(Long.parseLong(maxAge));
      }
      return selector.select(kept);
    }

    private static JWKSet parsed(String json) {
      try {
        return JWKSet.parse(json);
      } catch (ParseException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
