package dev.gatehouse.oidc.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.oidc.ClientAuthMethod;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome.Found;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome.Refused;
import dev.gatehouse.oidc.fixtures.FakeHttpFetch;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {

  private static final String GOOD =
      """
      {"issuer": "https://idp.example/realms/acme",
       "authorization_endpoint": "https://idp.example/auth",
       "token_endpoint": "https://tokens.example/token",
       "jwks_uri": "https://idp.example/jwks",
       "userinfo_endpoint": "https://idp.example/me",
       "scopes_supported": ["openid", "email", "groups"],
       "response_types_supported": ["code", "id_token"],
       "code_challenge_methods_supported": ["plain", "S256"],
       "token_endpoint_auth_methods_supported": ["tls_client_auth", "client_secret_post", "private_key_jwt"],
       "id_token_signing_alg_values_supported": ["none", "HS256", "RS256", "ES256"],
       "authorization_response_iss_parameter_supported": true}
      """;

  private final FakeHttpFetch provider = new FakeHttpFetch();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://idp.example/realms/acme",
        "https://idp.example/realms/acme/",
        "HTTPS://IDP.example/realms/acme",
        "https://idp.example/realms/acme/.well-known/openid-configuration"
      })
  void takesTheIssuerOrTheAddressOfItsConfiguration(String given) {
    provider.answers(200, GOOD);

    var metadata = found(read(given));

    assertThat(provider.asked().getFirst().address())
        .hasToString("https://idp.example/realms/acme/.well-known/openid-configuration");
    assertThat(metadata.issuer().value()).isEqualTo("https://idp.example/realms/acme");
    assertThat(metadata.authorizationEndpoint()).hasToString("https://idp.example/auth");
    assertThat(metadata.tokenEndpoint()).hasToString("https://tokens.example/token");
    assertThat(metadata.jwksUri()).hasToString("https://idp.example/jwks");
    assertThat(metadata.userInfoEndpoint()).contains(URI.create("https://idp.example/me"));
    assertThat(metadata.endSessionEndpoint()).isEmpty();
    assertThat(metadata.authMethods())
        .containsExactly(ClientAuthMethod.CLIENT_SECRET_POST, ClientAuthMethod.PRIVATE_KEY_JWT);
    assertThat(metadata.algorithms()).containsExactly("RS256", "ES256");
    assertThat(metadata.scopes()).contains("groups");
    assertThat(metadata.sendsIssuer()).isTrue();
    assertThat(metadata.warnings()).isEmpty();
  }

  @Test
  void fillsInTheDefaultsOfTheStandard() {
    provider.answers(
        200,
        GOOD.replace("token_endpoint_auth_methods", "x")
            .replace("id_token_signing", "x")
            .replace("authorization_response_iss", "x")
            .replace("\"plain\", \"S256\"", "\"plain\""));

    var metadata = found(read("https://idp.example/realms/acme"));

    assertThat(metadata.authMethods()).containsExactly(ClientAuthMethod.CLIENT_SECRET_BASIC);
    assertThat(metadata.algorithms()).containsExactly("RS256");
    assertThat(metadata.sendsIssuer()).isFalse();
    assertThat(metadata.warnings()).singleElement().asString().contains("PKCE");
  }

  @Test
  void keepsTheSlashThatAnIssuerWritesItselfWith() {
    provider.answers(200, GOOD.replace("/realms/acme\"", "/\""));

    assertThat(found(read("https://idp.example")).issuer().value())
        .isEqualTo("https://idp.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example/realms/acme",
        "https://idp.example/realms/Acme",
        "http://idp.example/realms/acme",
        "https://idp.example/realms/acme//",
        "https://idp.example:443/realms/acme",
        ""
      })
  void refusesAConfigurationOfAnotherIssuer(String said) {
    provider.answers(200, GOOD.replace("https://idp.example/realms/acme", said));

    var refused = refused(read("https://idp.example/realms/acme"));

    assertThat(refused.problem()).isEqualTo(DiscoveryProblem.DISCOVERY_ISSUER_MISMATCH);
    assertThat(refused.reason().code()).isEqualTo(OidcReasonCode.ISSUER_MISMATCH);
    assertThat(refused.reason().expected()).isEqualTo("https://idp.example/realms/acme");
    assertThat(refused.reason().received()).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://idp.example/x",
        "javascript:alert(1)",
        "ftp://idp.example/x",
        "https://user:pass@idp.example/x",
        "//idp.example/x",
        "https://idp.example/x#y",
        "not an address"
      })
  void refusesEndpointsThatAreNotPlainHttps(String endpoint) {
    for (String honest :
        new String[] {
          "idp.example/auth", "tokens.example/token", "idp.example/jwks", "idp.example/me"
        }) {
      provider.answers(200, GOOD.replace("https://" + honest, endpoint));

      assertThat(refused(read("https://idp.example/realms/acme")).problem())
          .isEqualTo(DiscoveryProblem.DISCOVERY_ENDPOINT_REFUSED);
    }
  }

  @Test
  void takesHttpEndpointsOnlyFromAnHttpIssuerWhichTheFetchHadToAllow() {
    provider.answers(200, GOOD.replace("https://", "http://"));

    assertThat(found(read("http://idp.example/realms/acme")).tokenEndpoint())
        .hasToString("http://tokens.example/token");
  }

  @ParameterizedTest
  @CsvSource({
    "token_endpoint\", DISCOVERY_ENDPOINT_MISSING",
    "jwks_uri\", DISCOVERY_ENDPOINT_MISSING",
    "authorization_endpoint\", DISCOVERY_ENDPOINT_MISSING"
  })
  void saysWhatIsMissing(String member, DiscoveryProblem problem) {
    provider.answers(200, GOOD.replace(member, "x\""));

    assertThat(refused(read("https://idp.example/realms/acme")).problem()).isEqualTo(problem);
  }

  @Test
  void saysWhatItCannotWorkWith() {
    provider.answers(200, GOOD.replace("\"RS256\", \"ES256\"", "\"HS512\""));
    assertThat(problem()).isEqualTo(DiscoveryProblem.DISCOVERY_NO_ALGORITHM);

    provider.answers(200, GOOD.replace("\"client_secret_post\", \"private_key_jwt\"", "\"none\""));
    assertThat(problem()).isEqualTo(DiscoveryProblem.DISCOVERY_NO_AUTH_METHOD);

    provider.answers(200, GOOD.replace("\"code\", ", ""));
    assertThat(problem()).isEqualTo(DiscoveryProblem.DISCOVERY_NO_CODE_FLOW);

    provider.answers(200, "<html>");
    assertThat(problem()).isEqualTo(DiscoveryProblem.DISCOVERY_NOT_JSON);

    provider.answers(404, "secret page");
    assertThat(problem()).isEqualTo(DiscoveryProblem.DISCOVERY_STATUS);

    provider.isDown();
    assertThat(problem()).isEqualTo(DiscoveryProblem.DISCOVERY_UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/common/v2.0",
        "https://login.microsoftonline.com/Organizations/v2.0",
        "https://login.microsoftonline.com/consumers/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.us/common/v2.0",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"
      })
  void refusesEntraForEverybodyWithoutEvenAsking(String given) {
    var refused = refused(read(given));

    assertThat(refused.problem()).isEqualTo(DiscoveryProblem.DISCOVERY_ENTRA_SHARED_TENANT);
    assertThat(refused.reason().text()).contains("Directory (tenant) ID");
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void refusesEntrasTemplateOfAnIssuer() {
    provider.answers(
        200,
        GOOD.replace(
            "https://idp.example/realms/acme",
            "https://login.microsoftonline.com/{tenantid}/v2.0"));

    assertThat(refused(read("https://login.microsoftonline.com/contoso.example/v2.0")).problem())
        .isEqualTo(DiscoveryProblem.DISCOVERY_ENTRA_SHARED_TENANT);
  }

  @Test
  void pointsFromEntrasOlderAddressToTheNewer() {
    String tenant = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
    provider.answers(
        200,
        GOOD.replace("https://idp.example/realms/acme", "https://sts.windows.net/" + tenant + "/"));

    assertThat(refused(read("https://login.microsoftonline.com/" + tenant)).reason().text())
        .contains("/v2.0");
  }

  @Test
  void keepsTheAppIdThatEntraPublishesKeysUnder() {
    String base = "https://login.microsoftonline.com/aaaabbbb-0000-cccc-1111-dddd2222eeee/v2.0";
    provider.answers(200, GOOD.replace("https://idp.example/realms/acme", base));

    var metadata = found(read(base + "/.well-known/openid-configuration?appid=7"));

    assertThat(provider.asked().getFirst().address())
        .hasToString(base + "/.well-known/openid-configuration?appid=7");
    assertThat(metadata.issuer().entraTenant()).isPresent();
  }

  @Test
  void recognisesOktasAdminConsole() {
    var refused = refused(read("https://acme-admin.okta.com"));

    assertThat(refused.problem()).isEqualTo(DiscoveryProblem.DISCOVERY_OKTA_ADMIN_HOST);
    assertThat(refused.reason().text()).contains("https://acme.okta.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idp.example",
        "//idp.example",
        "https:///x",
        "https://u:p@idp.example",
        "https://idp.example?x=y",
        "https://idp.example#x",
        "mailto:a@b.example",
        "ftp://idp.example",
        "file:///etc/passwd"
      })
  void refusesWhatIsNoIssuer(String given) {
    assertThat(refused(read(given)).reason().code()).isEqualTo(OidcReasonCode.DISCOVERY_FAILED);
    assertThat(provider.asked()).isEmpty();
  }

  private DiscoveryProblem problem() {
    return refused(read("https://idp.example/realms/acme")).problem();
  }

  private DiscoveryOutcome read(String given) {
    return new Discovery(provider).read(URI.create(given)).await().atMost(Duration.ofSeconds(5));
  }

  private static ProviderMetadata found(DiscoveryOutcome outcome) {
    assertThat(outcome).isInstanceOf(Found.class);
    return ((Found) outcome).metadata();
  }

  private static Refused refused(DiscoveryOutcome outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return (Refused) outcome;
  }
}
