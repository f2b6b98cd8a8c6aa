package dev.gatehouse.gateway.conformance;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plan "Config OP". */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class DiscoveryConformanceTest {

  @Test
  @Reproduces("oidcc-discovery-endpoint-verification")
  void oidcc_discovery_endpoint_verification_saysWhatTheSpecificationsRequire() {
    Response answer = get("/.well-known/openid-configuration");

    answer.then().statusCode(200).header("Content-Type", containsString("application/json"));
    Map<String, Object> document = answer.path("$");
    assertThat(document)
        .containsEntry("issuer", RelyingParty.ISSUER)
        .containsEntry("response_types_supported", List.of("code"))
        .containsEntry("response_modes_supported", List.of("query"))
        .containsEntry("grant_types_supported", List.of("authorization_code"))
        .containsEntry("subject_types_supported", List.of("public"))
        .containsEntry("code_challenge_methods_supported", List.of("S256"))
        .containsEntry("authorization_response_iss_parameter_supported", true);
    assertThat(answer.<List<String>>path("id_token_signing_alg_values_supported"))
        .contains("RS256");
    assertThat(answer.<List<String>>path("scopes_supported")).contains("openid");
    assertThat(answer.<List<String>>path("claims_supported"))
        .contains("sub", "iss", "auth_time", "name", "email");
    assertThat(answer.<List<String>>path("token_endpoint_auth_methods_supported"))
        .contains("client_secret_basic", "client_secret_post");
  }

  /** Where nothing is said of {@code request_uri}, it is taken for read (Discovery section 3). */
  @Test
  @Reproduces("oidcc-discovery-endpoint-verification")
  void oidcc_discovery_endpoint_verification_deniesWhatIsNotRead() {
    Response answer = get("/.well-known/openid-configuration");

    assertThat(answer.<Boolean>path("request_uri_parameter_supported")).isEqualTo(false);
    assertThat(answer.<Boolean>path("request_parameter_supported")).isNotEqualTo(true);
    assertThat(answer.<Boolean>path("claims_parameter_supported")).isNotEqualTo(true);
    assertThat(answer.<String>path("registration_endpoint")).isNull();
  }

  /** Under a public https address everything is https: all of it hangs on the issuer. */
  @Test
  @Reproduces("oidcc-discovery-endpoint-verification")
  void oidcc_discovery_endpoint_verification_everyAddressIsBelowTheIssuer() {
    Map<String, Object> document = get("/.well-known/openid-configuration").path("$");

    assertThat(document)
        .containsKeys(
            "authorization_endpoint",
            "token_endpoint",
            "userinfo_endpoint",
            "jwks_uri",
            "end_session_endpoint");
    assertThat(document)
        .allSatisfy((name, value) -> {
          if (name.endsWith("_endpoint") || name.endsWith("_uri")) {
            assertThat((String) value).as(name).startsWith(RelyingParty.ISSUER + "/");
            assertThat(URI.create((String) value).getQuery()).as(name).isNull();
          }
        });
  }

  @Test
  @Reproduces("oidcc-discovery-endpoint-verification")
  void oidcc_discovery_endpoint_verification_publishesPublicSigningKeysWithIds() throws Exception {
    List<JWK> keys = JWKSet.parse(get("/oauth2/jwks").asString()).getKeys();

    assertThat(keys).isNotEmpty();
    assertThat(keys).extracting(JWK::getKeyID).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(keys)
        .allSatisfy(key -> {
          assertThat(key.isPrivate()).isFalse();
          assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
          assertThat(key.size()).isGreaterThanOrEqualTo(256);
        });
  }
}
