package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.JWSAlgorithm;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenID Connect with an identity provider that we did not write, and without any secret. */
class KeycloakOpenIdJourneyTest {

  private static final int KEYCLOAK_PORT = 18181;
  private static final String DOMAIN = "openid-customer.example";
  private static final String CLIENT = "gatehouse";

  private final Gatehouse gatehouse = Gatehouse.running();

  @Test
  void anItAdminConnectsKeycloakByItsIssuerAndAPersonSignsIn() {
    try (Keycloak keycloak = Keycloak.starting(KEYCLOAK_PORT)) {
      Operator operator = new Operator(gatehouse);
      Sandbox sandbox = new Sandbox(gatehouse);
      ItAdmin admin = ItAdmin.ofNewOrganization(gatehouse, operator, "OpenIdCustomer");
      JsonNode domain = admin.claim(DOMAIN);
      JsonNode challenge = domain.required("challenge");
      sandbox.publishTxt(challenge.required("host").asText(), challenge.required("value").asText());
      admin.awaitVerified(domain.required("id").asText());

      // What each side has to know of the other: redirect URI and keys here, the issuer there.
      keycloak.awaitReady();
      keycloak.createRealm();
      keycloak.addUser("dora", "dora@" + DOMAIN, "Dora", "Keys");
      JsonNode created = admin.createConnection("custom-oidc");
      String connection = created.required("id").asText();
      String redirectUri = created.required("serviceProvider").required("redirectUri").asText();
      keycloak.addOpenIdClient(CLIENT, redirectUri, redirectUri.replace("/callback", "/jwks"));
      admin.configure(
          connection,
          Map.of(
              "oidc",
              Map.of(
                  "issuer",
                  keycloak.issuer(),
                  "clientId",
                  CLIENT,
                  "tokenEndpointAuthMethod",
                  "private_key_jwt")));
      admin.assign(connection, domain.required("id").asText()).expect(200);

      admin.testAndActivate(connection, DOMAIN, page -> keycloak.signIn(page, "dora"));

      Application application = Application.registered(gatehouse, operator, JWSAlgorithm.ES256);
      Application.Trip trip = application.begin("dora@" + DOMAIN);
      try (Browser browser = new Browser()) {
        Page page = browser.page();
        Application.Signed signed =
            application.signIn(page, trip, () -> keycloak.signIn(page, "dora"));
        assertThat(signed.idToken().getStringClaim("email")).isEqualTo("dora@" + DOMAIN);
        assertThat(signed.idToken().getBooleanClaim("email_verified")).isTrue();
        assertThat(signed.idToken().getStringClaim("given_name")).isEqualTo("Dora");
        assertThat(signed.idToken().getSubject().getValue()).startsWith("per_");
        assertThat(signed.idToken().getJSONObjectClaim("idp").get("issuer"))
            .isEqualTo(keycloak.issuer());
      }
    }
  }
}
