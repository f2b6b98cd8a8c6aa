package dev.gatehouse.gateway.openid;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.openid.TestApplications.Registered;
import dev.gatehouse.gateway.openid.TestCodes.OnItsWay;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stock library makes of our tokens, keys and discovery document. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class IdTokenTest {

  private static final String ISSUER = "http://localhost:8080";

  @Inject KnownWorld world;
  @Inject TestCodes codes;
  @Inject SigningKeys keys;

  @AfterEach
  void theClockIsRightAgain() {
    given().delete("/test/clock");
    refresh();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256"})
  void isAcceptedByAStockLibrary(String algorithm) throws Exception {
    Customer acme = world.customer();
    Registered app = TestApplications.signedWith(algorithm);
    OnItsWay code = codes.issue(acme, app.id());

    Response tokens = TestCodes.redeem(code, app);

    JWTClaimsSet claims = verified(tokens, app, algorithm);
    assertThat(claims.getSubject()).isEqualTo(code.person().toString());
    assertThat(claims.getStringClaim("email")).isEqualTo(acme.email("ann"));
    assertThat(claims.getBooleanClaim("email_verified")).isTrue();
    assertThat(claims.getStringClaim("given_name")).isEqualTo("Ann");
    assertThat(claims.getStringClaim("family_name")).isEqualTo("Stone");
    assertThat(claims.getStringClaim("sid")).isEqualTo(code.signIn().toString());
    assertThat(claims.getStringListClaim("amr")).containsExactly("pwd", "mfa");
    assertThat(claims.getLongClaim("auth_time")).isPositive();
    assertThat(claims.getJSONObjectClaim("org"))
        .isEqualTo(
            Map.of(
                "id", acme.organization().toString(), "external_id", "customer-7", "slug", "acme"));
    assertThat(claims.getJSONObjectClaim("connection"))
        .isEqualTo(Map.of("id", acme.connection().toString(), "provider", "okta"));
    assertThat(claims.getJSONObjectClaim("idp"))
        .isEqualTo(Map.of("issuer", "http://www.okta.com/exk1", "subject", "00u1"));
    assertThat(claims.getClaim("attributes")).as("only at userinfo").isNull();
    AccessTokenValidator.validate(
        new BearerAccessToken(tokens.<String>path("access_token")),
        JWSAlgorithm.parse(algorithm),
        new AccessTokenHash(claims.getStringClaim("at_hash")));
  }

  @Test
  void aKeyIsPublishedBeforeItSignsAndAfterItsSuccessorSigns() throws Exception {
    Registered app = TestApplications.signedWith("ES256");
    String first = signingKey(app);
    assertThat(publishedKeys()).contains(first);

    shiftClock(Duration.ofDays(91));
    List<String> announced = publishedKeys();
    assertThat(announced).contains(first).hasSize(4);
    assertThat(signingKey(app)).as("still the old one").isEqualTo(first);

    shiftClock(Duration.ofDays(91).plusMinutes(11));
    String second = signingKey(app);
    assertThat(second).isNotEqualTo(first);
    assertThat(announced).as("was published before").contains(second);
    assertThat(publishedKeys()).as("old tokens still verify").contains(first);

    shiftClock(Duration.ofDays(93));
    assertThat(publishedKeys()).doesNotContain(first).contains(second).hasSize(2);
  }

  @Test
  void discoveryIsWhatStockLibrariesRead() throws Exception {
    Response document =
        given().header("Origin", "https://any.example").get("/.well-known/openid-configuration");

    OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(document.asString());

    assertThat(metadata.getIssuer().getValue()).isEqualTo(ISSUER);
    assertThat(metadata.getTokenEndpointURI()).hasToString(ISSUER + "/oauth2/token");
    assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
    assertThat(metadata.getIDTokenJWSAlgs())
        .containsExactlyInAnyOrder(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    assertThat(document.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(document.header("Access-Control-Allow-Credentials")).isNull();
  }

  @Test
  void noPrivateKeyIsPublished() {
    assertThat(get("/oauth2/jwks").asString()).doesNotContain("\"d\"").doesNotContain("\"p\"");
  }

  private static JWTClaimsSet verified(Response tokens, Registered app, String algorithm)
      throws Exception {
    JWKSet published = JWKSet.parse(get("/oauth2/jwks").asString());
    SignedJWT token = SignedJWT.parse(tokens.path("id_token"));
    return new IDTokenValidator(
            new Issuer(ISSUER),
            new ClientID(app.id().toString()),
            JWSAlgorithm.parse(algorithm),
            published)
        .validate(token, new Nonce("nonce-1"))
        .toJWTClaimsSet();
  }

  private String signingKey(Registered app) throws Exception {
    Response tokens = TestCodes.redeem(codes.issue(world.customer(), app.id()), app);
    return SignedJWT.parse(tokens.path("id_token")).getHeader().getKeyID();
  }

  private static List<String> publishedKeys() throws Exception {
    return JWKSet.parse(get("/oauth2/jwks").asString()).getKeys().stream()
        .map(key -> key.getKeyID())
        .toList();
  }

  private void shiftClock(Duration offset) {
    given()
        .contentType("application/json")
        .body(Map.of("offset", offset.toString()))
        .put("/test/clock")
        .then()
        .statusCode(204);
    refresh();
  }

  private void refresh() {
    keys.refresh().await().atMost(Duration.ofSeconds(10));
  }
}
