package dev.gatehouse.gateway.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class RequestBindingTest {

  @Inject Customers customers;
  @Inject Trips trips;

  @Test
  void aRequestThatIsPostedNeedsNoScriptButMayUseOurOwn() {
    TestConnection acme = customers.active(Map.of("ssoBinding", "post"));

    var page = trips.begin(trips.request(acme.email("alice")));

    String html = (String) page.getEntity();
    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(html)
        .contains("action=\"" + acme.ssoUrl() + "\"")
        .contains("name=\"SAMLRequest\"")
        .contains("name=\"RelayState\"")
        .contains("<button type=\"submit\">");
    assertThat(page.getHeaderString("Content-Security-Policy"))
        .contains("script-src 'self'")
        .contains("form-action 'self' https:")
        .doesNotContain("unsafe");
    assertThat(page.getCookies()).hasSize(1);
  }

  @Test
  void aRequestIsSignedWithTheKeyOfTheConnectionThatItsMetadataShows() {
    TestConnection acme = customers.active(Map.of("signRequests", true));

    Away alice = trips.leave(acme);

    assertThat(alice.location().getRawQuery()).contains("SigAlg=").contains("Signature=");
    RestAssured.get("/saml/{connection}/metadata", acme.bare())
        .then()
        .body(containsString("AuthnRequestsSigned=\"true\""))
        .body(containsString("X509Certificate"));
  }

  @Test
  void theRequestSaysOnlyWhatTheConnectionAsksFor() {
    TestConnection acme = customers.active();

    String request = trips.leave(acme).request();

    assertThat(request)
        .contains(acme.entityId())
        .contains(acme.acsUrl())
        .doesNotContain("ForceAuthn=\"true\"")
        .doesNotContain("NameIDPolicy")
        .doesNotContain("RequestedAuthnContext");
    assertThat(trips.leave(acme).requestId()).startsWith("_").hasSize(41);
  }
}
