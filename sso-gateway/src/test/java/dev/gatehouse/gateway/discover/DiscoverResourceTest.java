package dev.gatehouse.gateway.discover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class DiscoverResourceTest {

  @Inject KnownWorld world;

  @Test
  void saysRequiredAndNamesNobody() {
    Customer acme = world.customer();

    Response answer = ask(acme.domainName().toUpperCase(Locale.ROOT) + ".");

    assertThat(answer.asString()).isEqualTo("{\"singleSignOn\":\"required\"}");
  }

  @Test
  void keepsSayingRequiredForALapsedDomain() {
    Customer acme = world.customer();
    world.domain(acme, "DomainLapsed", Map.of());

    assertThat(ask(acme.domainName()).<String>path("singleSignOn")).isEqualTo("required");
  }

  @Test
  void saysNoneForEverythingElse() {
    Customer acme = world.customer();
    world.connection(acme, "ConnectionDeactivated", Map.of());

    assertThat(ask(acme.domainName()).<String>path("singleSignOn")).isEqualTo("none");
    assertThat(ask("nobody.example").<String>path("singleSignOn")).isEqualTo("none");
    assertThat(ask("not a domain").<String>path("singleSignOn")).isEqualTo("none");
  }

  private static Response ask(String domain) {
    Response answer =
        given().contentType("application/json").body(Map.of("domain", domain)).post("/v1/discover");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }
}
