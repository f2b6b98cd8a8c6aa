package dev.gatehouse.gateway.logout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.Keys;
import dev.gatehouse.gateway.fixtures.LogoutReceiver;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.Product;
import dev.gatehouse.gateway.fixtures.Product.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenID provider says that somebody signed out, and only it can. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ProviderInitiatedLogoutTest {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Database database;
  @Inject Clock clock;

  @SuppressWarnings("NullAway.Init")
  private OpenIdConnection acme;

  @SuppressWarnings("NullAway.Init")
  private Session alice;

  @BeforeEach
  void aliceIsSignedIn() {
    acme = customers.active(OpenIdProvider.start());
    alice = signIn(Product.register(Map.of()), "alice", "s-1");
  }

  private Session signIn(Product product, String name, String sid) {
    return product.signIn(acme, trips, name, claims -> claims.claim("sid", sid));
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(acme.provider().issuer())
        .audience(OpenIdProvider.CLIENT)
        .issueTime(Date.from(clock.instant()))
        .expirationTime(Date.from(clock.instant().plusSeconds(120)))
        .jwtID(UUID.randomUUID().toString())
        .subject("alice-1")
        .claim("sid", "s-1")
        .claim("events", Map.of(EVENT, Map.of()));
  }

  private static String signed(RSAKey key, JWTClaimsSet claims) {
    return Keys.sign(
        key,
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType("logout+jwt"))
            .build(),
        claims);
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(acme.provider().key(), change.apply(claims()).build());
  }

  private static Response say(OpenIdConnection at, String token) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("logout_token", token)
        .post("/oidc/" + at.connection().bare() + "/backchannel-logout");
  }

  private boolean isKept(Session session) {
    return !database
        .texts("select id from application_session where id = $1", session.sid())
        .isEmpty();
  }

  private void isRefused(OpenIdConnection at, String token) {
    Response answer = say(at, token);
    answer.then().statusCode(400);
    assertThat(answer.<String>path("error")).isEqualTo("invalid_request");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(isKept(alice)).isTrue();
  }

  @Test
  void theApplicationHearsOfIt() throws Exception {
    try (LogoutReceiver receiver = new LogoutReceiver()) {
      Product mail = Product.register(Map.of("backchannelLogoutUri", receiver.uri()));
      Session told = signIn(mail, "alice", "s-1");

      Response answer = say(acme, token(it -> it));

      answer.then().statusCode(200);
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(LogoutReceiver.claims(receiver.await(1).getFirst()))
          .contains("\"sid\":\"" + told.sid() + "\"", mail.id());
      assertThat(isKept(told)).isFalse();
      assertThat(isKept(alice)).isFalse();
    }
  }

  @Test
  void aSessionEndsByItsNameAlone() {
    Session other = signIn(Product.register(Map.of()), "alice", "s-2");
    Session bob = signIn(Product.register(Map.of()), "bob", "s-3");

    say(acme, token(it -> it.subject(null))).then().statusCode(200);

    assertThat(isKept(alice)).isFalse();
    assertThat(isKept(other)).isTrue();
    assertThat(isKept(bob)).isTrue();
  }

  @Test
  void aPersonAloneMeansAllTheirSessions() {
    Session other = signIn(Product.register(Map.of()), "alice", "s-2");
    Session bob = signIn(Product.register(Map.of()), "bob", "s-3");

    say(acme, token(it -> it.claim("sid", null))).then().statusCode(200);

    assertThat(isKept(alice)).isFalse();
    assertThat(isKept(other)).isFalse();
    assertThat(isKept(bob)).isTrue();
  }

  @Test
  void aPersonWithASessionMeansThatOne() {
    Session other = signIn(Product.register(Map.of()), "alice", "s-2");

    say(acme, token(it -> it)).then().statusCode(200);

    assertThat(isKept(alice)).isFalse();
    assertThat(isKept(other)).isTrue();
  }

  /** Someone else's session under the same name cannot be ended by naming another person. */
  @Test
  void aSessionOfSomebodyElseIsNotMeant() {
    say(acme, token(it -> it.subject("bob-1"))).then().statusCode(200);

    assertThat(isKept(alice)).isTrue();
  }

  @Test
  void aTokenSignedBySomebodyElseEndsNothing() {
    RSAKey attacker = Keys.rsa(acme.provider().key().getKeyID());
    String token = signed(attacker, claims().build());

    assertThat(Keys.signed(attacker, token)).isTrue();
    isRefused(acme, token);
  }

  @Test
  void anIdTokenOfTheSameProviderEndsNothing() {
    String idToken =
        Keys.sign(
            acme.provider().key(), claims().claim("nonce", "n").claim("events", null).build());

    assertThat(Keys.signed(acme.provider().key(), idToken)).isTrue();
    isRefused(acme, idToken);
    isRefused(acme, token(it -> it.claim("nonce", "n")));
  }

  @Test
  void aTokenOfAnotherTenantsProviderEndsNothing() {
    OpenIdConnection evil = customers.active(OpenIdProvider.start());
    String forged = signed(evil.provider().key(), claims().build());
    String own = signed(evil.provider().key(), claims().issuer(evil.provider().issuer()).build());

    assertThat(Keys.signed(evil.provider().key(), forged)).isTrue();
    isRefused(acme, forged);
    isRefused(acme, own);
    // At its own connection it is good, and reaches nobody of ours.
    say(evil, own).then().statusCode(200);
    assertThat(isKept(alice)).isTrue();
  }

  @Test
  void aTokenCountsOnce() {
    String token = token(it -> it);
    say(acme, token).then().statusCode(200);
    alice = signIn(Product.register(Map.of()), "alice", "s-1");

    isRefused(acme, token);
  }

  @Test
  void anOldTokenEndsNothing() {
    isRefused(
        acme,
        token(it ->
            it.issueTime(Date.from(clock.instant().minusSeconds(7_200)))
                .expirationTime(Date.from(clock.instant().plusSeconds(7_200)))));
  }

  @Test
  void aKeyThatIsNewSinceThenIsFetched() {
    OpenIdConnection fresh = customers.active(OpenIdProvider.start());
    fresh.provider().rotates();

    say(fresh, signed(fresh.provider().key(), claims().issuer(fresh.provider().issuer()).build()))
        .then()
        .statusCode(200);
  }

  @Test
  void nothingIsThereForAConnectionThatIsNot() {
    given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("logout_token", token(it -> it))
        .post("/oidc/aaaaaaaaaaaaaaaaaaaaaaaaaa/backchannel-logout")
        .then()
        .statusCode(404);
    given()
        .contentType("application/x-www-form-urlencoded")
        .post("/oidc/" + acme.connection().bare() + "/backchannel-logout")
        .then()
        .statusCode(400);
  }

  private Response frame(String issuer, String sid) {
    return given()
        .queryParam("iss", issuer)
        .queryParam("sid", sid)
        .get("/oidc/" + acme.connection().bare() + "/frontchannel-logout");
  }

  @Test
  void aFrameOfTheProviderEndsTheSessionThatItNames() {
    Session other = signIn(Product.register(Map.of()), "alice", "s-2");

    Response page = frame(acme.provider().issuer(), "s-1");

    page.then().statusCode(200);
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.asString()).isEmpty();
    assertThat(isKept(alice)).isFalse();
    assertThat(isKept(other)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alice-1", "s-2", "s"})
  void aFrameThatNamesNoSessionOfOursEndsNothing(String sid) {
    frame(acme.provider().issuer(), sid);

    assertThat(isKept(alice)).isTrue();
  }

  @Test
  void aFrameOfAnotherIssuerEndsNothing() {
    frame("https://evil.example", "s-1").then().statusCode(400);
    given()
        .queryParam("sid", "s-1")
        .get("/oidc/" + acme.connection().bare() + "/frontchannel-logout")
        .then()
        .statusCode(400);
    OpenIdConnection other = customers.active(OpenIdProvider.start());
    given()
        .queryParam("iss", other.provider().issuer())
        .queryParam("sid", "s-1")
        .get("/oidc/" + other.connection().bare() + "/frontchannel-logout")
        .then()
        .statusCode(200);

    assertThat(isKept(alice)).isTrue();
  }
}
