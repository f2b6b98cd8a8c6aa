package dev.gatehouse.gateway.relyingparty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import dev.gatehouse.gateway.fixtures.Trips;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OpenIdSignInTest {

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Trips applications;
  @Inject Database database;

  @Test
  void whoSignsInAtTheProviderComesBackWithACode() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());

    Response end = trips.leave(acme).signsIn("alice");

    end.then().statusCode(303).header("Location", containsString("code="));
    assertThat(database.people(acme.connection())).containsExactly(acme.email("alice"));
    assertThat(
            database.texts(
                "select issuer || ' ' || source || ' ' || subject from person_identity"
                    + " where connection = $1",
                acme.id()))
        .containsExactly(acme.provider().issuer() + " sub alice-1");
  }

  @Test
  void theRequestBindsTheAnswerToThisAttempt() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());

    AtProvider one = trips.leave(acme);
    AtProvider other = trips.leave(acme);

    assertThat(one.request())
        .containsEntry("response_type", "code")
        .containsEntry("client_id", OpenIdProvider.CLIENT)
        .containsEntry("redirect_uri", acme.redirectUri())
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("login_hint", acme.email("alice"))
        .doesNotContainKeys("prompt", "max_age", "hd");
    assertThat(one.request().get("scope")).contains("openid", "email", "profile");
    for (String name : List.of("state", "nonce", "code_challenge")) {
      assertThat(one.request().get(name)).hasSizeGreaterThan(40);
      assertThat(one.request().get(name)).isNotEqualTo(other.request().get(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_secret_basic", "client_secret_post", "private_key_jwt"})
  void theClientProvesItselfAsTheRevisionSays(String method) {
    OpenIdConnection acme =
        customers.active(OpenIdProvider.start(), Map.of("tokenEndpointAuthMethod", method));

    trips.leave(acme).signsIn("alice").then().header("Location", containsString("code="));

    Map<String, String> asked = acme.provider().tokenRequests().getFirst();
    assertThat(asked.containsKey("client_assertion")).isEqualTo(method.equals("private_key_jwt"));
    assertThat(asked.containsKey("method")).isEqualTo(method.equals("client_secret_basic"));
  }

  @Test
  void theKeyOfClientAssertionsIsPublished() throws ParseException {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());

    Response keys = given().get("/oidc/{con}/jwks", acme.connection().bare());

    keys.then().statusCode(200);
    JWKSet set = JWKSet.parse(keys.body().asString());
    assertThat(set.getKeyByKeyId("k1").isPrivate()).isFalse();
    given().get("/oidc/{con}/jwks", "aaaaaaaaaaaaaaaaaaaaaaaaaa").then().statusCode(404);
  }

  @Test
  void whatTheTokenLacksComesFromUserInfo() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);
    String thin =
        alice.token(
            "alice",
            claims ->
                claims.claim("email", null).claim("given_name", null).claim("family_name", null));

    Response end =
        alice.comesBack(
            alice.callback(
                acme.provider()
                    .code(
                        alice.request(),
                        thin,
                        Map.of("sub", "alice-1", "email", acme.email("alice")))));

    end.then().statusCode(303).header("Location", containsString("code="));
    assertThat(database.people(acme.connection())).containsExactly(acme.email("alice"));
  }

  @Test
  void aFreshSignInIsAskedForAndVerified() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = leaveAnew(acme);
    assertThat(alice.request()).containsEntry("prompt", "login").containsEntry("max_age", "0");
    long old = alice.now().getEpochSecond() - 3600;

    Response stale = alice.comesBackWith(alice.token("alice", it -> it.claim("auth_time", old)));

    assertThat(database.reasonsBehind(stale)).containsExactly("authentication_too_old");
    assertThat(stale.body().asString()).contains("error=unmet_authentication_requirements");
    AtProvider silent = leaveAnew(acme);
    Response unsaid =
        silent.comesBackWith(silent.token("alice", it -> it.claim("auth_time", null)));
    assertThat(database.reasonsBehind(unsaid)).containsExactly("authentication_too_old");
    leaveAnew(acme).signsIn("alice").then().header("Location", containsString("code="));
  }

  private AtProvider leaveAnew(OpenIdConnection connection) {
    return trips.leave(
        connection,
        applications.request(connection.email("alice"), null, null, Set.of("login"), null));
  }

  @Test
  void aConnectionCanAskForALoginEveryTime() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start(), Map.of("forceLogin", true));

    assertThat(trips.leave(acme).request()).containsEntry("prompt", "login");
  }

  @Test
  void aClaimThatNeverChangesMayNameThePerson() {
    OpenIdConnection acme =
        customers.active(
            OpenIdProvider.start(),
            Map.of("subject", Map.of("source", "claim", "claim", "employee_id")));
    AtProvider alice = trips.leave(acme);

    alice
        .comesBackWith(alice.token("alice", it -> it.claim("employee_id", "e-77")))
        .then()
        .header("Location", containsString("code="));

    assertThat(
            database.texts(
                "select source || ' ' || subject from person_identity where connection = $1",
                acme.id()))
        .containsExactly("claim:employee_id e-77");
  }
}
