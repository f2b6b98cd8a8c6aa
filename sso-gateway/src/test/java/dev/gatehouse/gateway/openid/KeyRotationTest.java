package dev.gatehouse.gateway.openid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
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
import io.restassured.RestAssured;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * People sign in at every step of a rotation, at the very moment at which the keys are looked at.
 * Their applications believe the {@code max-age} of our keys to the last second and never ask in
 * between, not even for a key that they do not know: whoever is that patient must not notice.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class KeyRotationTest {

  private static final int PEOPLE = 3;
  private static final Duration LIFETIME = Duration.ofDays(90);
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);

  @Inject KnownWorld world;
  @Inject TestCodes codes;
  @Inject SigningKeys keys;
  @Inject Clock clock;
  @Inject Pool pool;

  private final Set<String> signedWith = ConcurrentHashMap.newKeySet();

  /** Other tests of keys travel through time as well; what they made lies in the future. */
  @BeforeEach
  @AfterEach
  void keysAreOfToday() {
    given().delete("/test/clock");
    pool.query("delete from signing_key").execute().await().atMost(Duration.ofSeconds(10));
    refresh();
  }

  @Test
  void noSignInFailsWhileTheKeyIsReplaced() throws Exception {
    Customer acme = world.customer();
    Registered app = TestApplications.signedWith("ES256");
    List<Callable<Void>> atOnce = new ArrayList<>();
    IntStream.range(0, PEOPLE).forEach(_ -> atOnce.add(new Person(acme, app)));
    atOnce.add(() -> {
      refresh();
      return null;
    });
    try (var threads = Executors.newFixedThreadPool(atOnce.size())) {
      for (Duration offset : aWholeRotation()) {
        moveClock(offset);
        for (Future<Void> done : threads.invokeAll(atOnce)) {
          done.get();
        }
      }
    }

    assertThat(signedWith).as("the key was replaced").hasSize(2);
  }

  /** Steps are small where something happens: as the key gets old, is announced, signs, retires. */
  private static List<Duration> aWholeRotation() {
    return Stream.of(
            Stream.of(Duration.ZERO),
            IntStream.rangeClosed(-2, 16).mapToObj(LIFETIME::plusMinutes),
            IntStream.rangeClosed(1, 26).mapToObj(LIFETIME::plusHours))
        .flatMap(part -> part)
        .toList();
  }

  private static void moveClock(Duration offset) {
    given()
        .contentType("application/json")
        .body(Map.of("offset", offset.toString()))
        .put("/test/clock")
        .then()
        .statusCode(204);
  }

  private void refresh() {
    keys.refresh().await().atMost(Duration.ofSeconds(10));
  }

  /** Signs in once each time, and shows the token of the time before again while it is valid. */
  private final class Person implements Callable<Void> {

    private final Customer customer;
    private final Registered app;
    private final IDTokenValidator validator;
    private final List<SignedJWT> before = new ArrayList<>();

    Person(Customer customer, Registered app) {
      this.customer = customer;
      this.app = app;
      this.validator =
          new IDTokenValidator(
              new Issuer("http://localhost:8080"),
              new ClientID(app.id().toString()),
              new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new PatientClient()),
              null);
      // The library cannot be given a clock; what is tested are keys, not times.
      validator.setMaxClockSkew((int) Duration.ofDays(400).toSeconds());
    }

    @Override
    public Void call() throws ParseException, BadJOSEException, JOSEException {
      Response tokens = TestCodes.redeem(codes.issue(customer, app.id()), app);
      tokens.then().statusCode(200);
      SignedJWT token = SignedJWT.parse(tokens.path("id_token"));
      signedWith.add(token.getHeader().getKeyID());
      before.removeIf(this::isOver);
      before.add(token);
      for (SignedJWT shown : before) {
        validator.validate(shown, new Nonce("nonce-1"));
      }
      return null;
    }

    private boolean isOver(SignedJWT token) {
      try {
        Instant issued = token.getJWTClaimsSet().getIssueTime().toInstant();
        return clock.instant().isAfter(issued.plus(TOKEN_LIFETIME));
      } catch (ParseException e) {
        throw new IllegalStateException(e);
      }
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
        Response answer = RestAssured.get("/oauth2/jwks");
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
