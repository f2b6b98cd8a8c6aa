package dev.gatehouse.gateway.logout;

import static dev.gatehouse.gateway.logout.RpInitiatedLogoutTest.logout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.IdpKey;
import dev.gatehouse.gateway.fixtures.LogoutReceiver;
import dev.gatehouse.gateway.fixtures.Product;
import dev.gatehouse.gateway.fixtures.Product.Session;
import dev.gatehouse.gateway.fixtures.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attack: a page of somebody else's signs a person out, or uses our logout to send them away. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class LogoutCsrfTest {

  @Inject Customers customers;
  @Inject Database database;

  private static Session alice(Customers customers) {
    return RpInitiatedLogoutTest.product(Map.of()).signIn(customers.active(), "alice");
  }

  private void refused(String hint, Session session) {
    Response page =
        logout(
            Map.of("id_token_hint", hint, "post_logout_redirect_uri", "https://app.example/bye"));
    page.then().statusCode(400);
    assertThat(page.header("Location")).isNull();
    assertThat(database.texts("select id from application_session where id = $1", session.sid()))
        .hasSize(1);
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() throws Exception {
    Session alice = alice(customers);
    SignedJWT real = SignedJWT.parse(alice.idToken());
    SignedJWT forged = new SignedJWT(real.getHeader(), real.getJWTClaimsSet());
    forged.sign(new RSASSASigner(IdpKey.named("attacker").privateKey()));

    refused(forged.serialize(), alice);
  }

  @Test
  void aTokenWithoutSignatureIsRefused() {
    Session alice = alice(customers);
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    String payload = alice.idToken().split("\\.")[1];

    refused(none + "." + payload + ".", alice);
    refused(alice.idToken().substring(0, alice.idToken().lastIndexOf('.') + 1), alice);
  }

  @Test
  void aMacWithThePublishedKeyIsRefused() throws Exception {
    Session alice = alice(customers);
    SignedJWT real = SignedJWT.parse(alice.idToken());
    String kid = real.getHeader().getKeyID();
    byte[] published =
        JWKSet.parse(given().get("/oauth2/jwks").asString())
            .getKeyByKeyId(kid)
            .toRSAKey()
            .toPublicKey()
            .getEncoded();
    SignedJWT forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).keyID(kid).build(),
            real.getJWTClaimsSet());
    forged.sign(new MACSigner(published));

    refused(forged.serialize(), alice);
  }

  @Test
  void aTokenForAnotherClientIsRefused() {
    Session alice = alice(customers);
    Product other = RpInitiatedLogoutTest.product(Map.of());

    Response page = logout(Map.of("id_token_hint", alice.idToken(), "client_id", other.id()));

    page.then().statusCode(400);
    assertThat(database.texts("select id from application_session where id = $1", alice.sid()))
        .hasSize(1);
  }

  /** It is signed by the same key and names the same session. */
  @Test
  void aLogoutTokenIsNoIdToken() {
    TestConnection acme = customers.active();
    try (LogoutReceiver receiver = new LogoutReceiver()) {
      Product mail = RpInitiatedLogoutTest.product(Map.of("backchannelLogoutUri", receiver.uri()));
      mail.signIn(acme, "alice");
      Session desk = RpInitiatedLogoutTest.product(Map.of()).signIn(acme, "alice");
      logout(Map.of("id_token_hint", desk.idToken()));
      String logoutToken = receiver.await(1).getFirst();
      Session again = mail.signIn(acme, "alice");

      refused(logoutToken, again);
    }
  }

  @Test
  void aHintThatComesTwiceIsRefused() {
    Session alice = alice(customers);

    Response page =
        given()
            .redirects()
            .follow(false)
            .queryParam("id_token_hint", alice.idToken(), alice.idToken())
            .get("/oauth2/logout");

    page.then().statusCode(400);
  }
}
