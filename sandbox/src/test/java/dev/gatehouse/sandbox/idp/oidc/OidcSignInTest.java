package dev.gatehouse.sandbox.idp.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's whole code flow as a relying party sees it, right and wrong. */
@QuarkusTest
class OidcSignInTest {

  private static final String REDIRECT_URI = "https://rp.example/callback";
  private final CodeVerifier verifier = new CodeVerifier();

  @Test
  void theWholeFlowEndsWithClaimsThatUserinfoRepeats() throws ParseException, JOSEException {
    Response tokens = redeem(code("ann@acme.example", "none"), verifier.getValue());

    tokens.then().statusCode(200);
    SignedJWT token = SignedJWT.parse(tokens.path("id_token"));
    assertThat(isSignedByAPublishedKey(token)).isTrue();
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(discovery().path("issuer"));
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("rp");
    assertThat(token.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("nonce-1");
    assertThat(token.getJWTClaimsSet().getStringListClaim("amr")).containsExactly("pwd");
    Response person = given().auth().oauth2(tokens.path("access_token")).get("/idp/oidc/userinfo");
    assertThat(person.<String>path("sub")).isEqualTo(token.getJWTClaimsSet().getSubject());
    assertThat(person.<String>path("email")).isEqualTo("ann@acme.example");
  }

  @Test
  void aCodeIsRedeemedOnceAndOnlyWithItsVerifier() {
    String code = code("ann@acme.example", "none");
    redeem(code, new CodeVerifier().getValue()).then().statusCode(400);
    String another = code("ann@acme.example", "none");
    redeem(another, verifier.getValue()).then().statusCode(200);
    redeem(another, verifier.getValue()).then().statusCode(400);
  }

  @Test
  void anErrorComesBackInsteadOfACode() {
    URI answer = answer("ann@acme.example", "status_failed");

    assertThat(answer.getQuery()).contains("error=access_denied", "state=state-1", "iss=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wrong_issuer",
        "wrong_audience",
        "expired",
        "not_yet_valid",
        "foreign_in_response_to",
        "no_email",
        "foreign_domain"
      })
  void aFaultOfAClaimIsTrulySigned(String fault) throws ParseException, JOSEException {
    SignedJWT token =
        SignedJWT.parse(
            redeem(code("ann@acme.example", fault), verifier.getValue()).path("id_token"));

    assertThat(isSignedByAPublishedKey(token)).isTrue();
    SignedJWT good =
        SignedJWT.parse(
            redeem(code("ann@acme.example", "none"), verifier.getValue()).path("id_token"));
    List<String> differing =
        List.of("iss", "aud", "nonce", "email").stream()
            .filter(name -> !same(good, token, name))
            .toList();
    assertThat(differing)
        .isEqualTo(
            switch (fault) {
              case "wrong_issuer" -> List.of("iss");
              case "wrong_audience" -> List.of("aud");
              case "foreign_in_response_to" -> List.of("nonce");
              case "no_email", "foreign_domain" -> List.of("email");
              default -> List.of();
            });
  }

  @Test
  void aFaultOfTheSignatureHasNoGoodOne() throws ParseException, JOSEException {
    JWT unsigned =
        JWTParser.parse(
            redeem(code("ann@acme.example", "unsigned"), verifier.getValue()).path("id_token"));
    assertThat(unsigned).isInstanceOf(PlainJWT.class);
    for (String fault : List.of("wrong_key", "tampered")) {
      SignedJWT token =
          SignedJWT.parse(
              redeem(code("ann@acme.example", fault), verifier.getValue()).path("id_token"));
      assertThat(isSignedByAPublishedKey(token)).as(fault).isFalse();
    }
  }

  @Test
  void aNewKeySignsAndTheOldOneStaysPublishedUntilItIsRetired()
      throws ParseException, JOSEException {
    SignedJWT before =
        SignedJWT.parse(
            redeem(code("ann@acme.example", "none"), verifier.getValue()).path("id_token"));
    given().post("/idp/keys/rotate").then().statusCode(201);

    SignedJWT after =
        SignedJWT.parse(
            redeem(code("ann@acme.example", "none"), verifier.getValue()).path("id_token"));

    assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
    assertThat(isSignedByAPublishedKey(before)).isTrue();
    assertThat(isSignedByAPublishedKey(after)).isTrue();
    given().delete("/idp/keys/old").then().statusCode(204);
    assertThat(keys().getKeyByKeyId(before.getHeader().getKeyID())).isNull();
  }

  private static boolean same(SignedJWT one, SignedJWT other, String claim) {
    try {
      return java.util.Objects.equals(
          one.getJWTClaimsSet().getClaim(claim), other.getJWTClaimsSet().getClaim(claim));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private String code(String user, String fault) {
    for (String pair : answer(user, fault).getRawQuery().split("&")) {
      if (pair.startsWith("code=")) {
        return URLDecoder.decode(pair.substring(5), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("no code");
  }

  private URI answer(String user, String fault) {
    given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "redirectUris", List.of(REDIRECT_URI), "clientId", "rp", "clientSecret", "secret"))
        .post("/idp/oidc/clients")
        .then()
        .statusCode(201);
    String request =
        discovery().<String>path("authorization_endpoint")
            + "?response_type=code&scope=openid%20email&client_id=rp&state=state-1&nonce=nonce-1"
            + "&redirect_uri="
            + REDIRECT_URI
            + "&code_challenge_method=S256&code_challenge="
            + CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
    return URI.create(
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("authorizeUrl", request, "user", user, "fault", fault))
            .post("/idp/oidc/respond")
            .path("redirectUrl"));
  }

  private static Response redeem(String code, String verifier) {
    return given()
        .auth()
        .preemptive()
        .basic("rp", "secret")
        .formParam("grant_type", "authorization_code")
        .formParam("code", code)
        .formParam("redirect_uri", REDIRECT_URI)
        .formParam("code_verifier", verifier)
        .post("/idp/oidc/token");
  }

  private static Response discovery() {
    return given().get("/idp/oidc/.well-known/openid-configuration");
  }

  private static JWKSet keys() throws ParseException {
    return JWKSet.parse(given().get("/idp/oidc/jwks").body().asString());
  }

  private static boolean isSignedByAPublishedKey(SignedJWT token)
      throws ParseException, JOSEException {
    RSAKey key = (RSAKey) keys().getKeyByKeyId(token.getHeader().getKeyID());
    return key != null && token.verify(new RSASSAVerifier(key));
  }
}
