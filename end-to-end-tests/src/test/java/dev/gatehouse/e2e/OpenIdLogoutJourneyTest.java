package dev.gatehouse.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing out over OpenID Connect, from either side, with a real provider in a real browser. */
class OpenIdLogoutJourneyTest {

  private static final String CLIENT = "gatehouse";

  @Test
  void aLogoutReachesTheOtherSideWhicheverSideBegins() {
    new LogoutAtKeycloak("LeavingOpenId", "leaving-openid.example", 18281)
        .reachesTheOtherSideWhicheverSideBegins(OpenIdLogoutJourneyTest::connect);
  }

  private static String connect(Keycloak keycloak, ItAdmin admin) {
    JsonNode created = admin.createConnection("custom-oidc");
    String connection = created.required("id").asText();
    String redirectUri = created.required("serviceProvider").required("redirectUri").asText();
    keycloak.addOpenIdClient(
        CLIENT,
        redirectUri,
        redirectUri.replace("/callback", "/jwks"),
        guideValue(admin, connection, "Post-logout redirect URI"),
        guideValue(admin, connection, "Back-channel logout URL"));
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
    return connection;
  }

  /** As the administrator finds it in the set-up guide. */
  private static String guideValue(ItAdmin admin, String connection, String label) {
    JsonNode guide =
        admin
            .http()
            .get(admin.url("/v1/connections/" + connection + "/setup-guide"))
            .expect(200)
            .json();
    for (JsonNode step : guide.required("steps")) {
      for (JsonNode field : step.path("fields")) {
        if (field.required("label").asText().equals(label)) {
          return field.required("value").asText();
        }
      }
    }
    throw new AssertionError("the guide has no " + label);
  }
}
