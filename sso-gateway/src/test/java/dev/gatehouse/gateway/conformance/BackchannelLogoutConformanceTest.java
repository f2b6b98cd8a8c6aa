package dev.gatehouse.gateway.conformance;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The plan "Back-Channel OP", as far as it can be met. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class BackchannelLogoutConformanceTest {

  @Test
  @Reproduces("oidcc-backchannel-logout-discovery-endpoint-verification")
  void oidcc_backchannel_logout_discovery_announcesIt() {
    Response document = get("/.well-known/openid-configuration");

    assertThat(document.<Boolean>path("backchannel_logout_supported")).isEqualTo(true);
    assertThat(document.<Boolean>path("backchannel_logout_session_supported")).isEqualTo(true);
    assertThat(document.<String>path("end_session_endpoint")).isNotEmpty();
  }
}
