package dev.gatehouse.gateway.conformance;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class IdTokenConformanceTest {

  @Inject Customers customers;

  @Test
  @Reproduces("oidcc-idtoken-signature")
  void oidcc_idtoken_signature_namesAPublishedKeyOfItsAlgorithm() throws Exception {
    RelyingParty app = RelyingParty.at(customers.active());
    var tokens = app.tokens(app.signIn(app.request()));

    SignedJWT token = SignedJWT.parse(tokens.getIDTokenString());

    JWK key =
        JWKSet.parse(get("/oauth2/jwks").asString()).getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(key.isPrivate()).isFalse();
  }

  /** The suite skips what a provider does not offer; that nobody can get it is tested here. */
  @Test
  @Reproduces("oidcc-idtoken-unsigned")
  void oidcc_idtoken_unsigned_isNeitherOfferedNorToBeHad() {
    assertThat(
            get("/.well-known/openid-configuration")
                .<List<String>>path("id_token_signing_alg_values_supported"))
        .contains("RS256")
        .doesNotContain("none");
    given()
        .auth()
        .oauth2(AdminTokens.operator())
        .contentType("application/json")
        .body(
            Map.of(
                "name",
                "Careless",
                "redirectUris",
                List.of(RelyingParty.CALLBACK),
                "idTokenSignedResponseAlg",
                "none"))
        .post("/v1/applications")
        .then()
        .statusCode(400);
  }
}
