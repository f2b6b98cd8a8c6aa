package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.JWSAlgorithm;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The journey with an identity provider and a DNS server that we did not write. */
class KeycloakAndKnotJourneyTest {

  private static final int PORT_OFFSET = 2100;
  private static final int KNOT_PORT = 15353;
  private static final int KEYCLOAK_PORT = 18180;
  private static final String ZONE = "customer.example";

  @Test
  void fromAClaimInKnotToAMemberWhoSignedInWithKeycloak() {
    Path knotDirectory =
        Path.of(System.getProperty("end-to-end.work", "target/running"))
            .toAbsolutePath()
            .resolve("knot");
    try (Keycloak keycloak = Keycloak.starting(KEYCLOAK_PORT);
        Knot knot = Knot.serving(ZONE, KNOT_PORT, knotDirectory);
        Gatehouse gatehouse =
            Gatehouse.start(
                "keycloak",
                PORT_OFFSET,
                Map.of("GATEHOUSE_DNS_RESOLVERS", "127.0.0.1:" + KNOT_PORT))) {
      Operator operator = new Operator(gatehouse);
      ItAdmin admin = ItAdmin.ofNewOrganization(gatehouse, operator, "Customer");

      // Claim, publish; nobody asks for a look.
      JsonNode domain = admin.claim(ZONE);
      JsonNode challenge = domain.required("challenge");
      knot.publishTxt(challenge.required("host").asText(), challenge.required("value").asText());
      admin.awaitVerified(domain.required("id").asText());

      // Connect by metadata URL.
      keycloak.awaitReady();
      keycloak.createRealm();
      keycloak.addUser("dora", "dora@" + ZONE, "Dora", "Keys");
      String connection = admin.createConnection("custom-saml").required("id").asText();
      JsonNode configured =
          admin.configure(connection, Map.of("metadataUrl", keycloak.samlMetadataUrl()));
      JsonNode serviceProvider = configured.required("serviceProvider");
      keycloak.addSamlClient(
          serviceProvider.required("entityId").asText(),
          serviceProvider.required("acsUrl").asText());
      admin.assign(connection, domain.required("id").asText()).expect(200);

      // Test and activate.
      admin.testAndActivate(connection, ZONE, page -> keycloak.signIn(page, "dora"));

      // Sign in from an application.
      Application application = Application.registered(gatehouse, operator, JWSAlgorithm.RS256);
      Application.Trip trip = application.begin("dora@" + ZONE);
      try (Browser browser = new Browser()) {
        Page page = browser.page();
        Application.Signed signed =
            application.signIn(page, trip, () -> keycloak.signIn(page, "dora"));
        assertThat(signed.idToken().getStringClaim("email")).isEqualTo("dora@" + ZONE);
        assertThat(signed.idToken().getBooleanClaim("email_verified")).isTrue();
        assertThat(signed.idToken().getStringClaim("given_name")).isEqualTo("Dora");
        assertThat(signed.idToken().getSubject().getValue()).startsWith("per_");
        assertThat(signed.userInfo().getSubject()).isEqualTo(signed.idToken().getSubject());
      }
      Wait.until(
          "the member exists",
          () ->
              operator.members(admin.organization).stream()
                  .anyMatch(m -> m.required("email").asText().equals("dora@" + ZONE)));
    }
  }
}
