package dev.gatehouse.org.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.CallsWithoutToken;
import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever has no token learns nothing from asking wrongly. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class NoTokenFirstTest {

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init")
  URI service;

  @Test
  void nonsenseWithoutATokenIsNotJudged() throws IOException, InterruptedException {
    // These are how one comes by a token.
    Set<String> open =
        Set.of("/v1/oauth/", "/v1/setup-links/exchange", "/v1/setup-links/{id}/token");
    var statuses = CallsWithoutToken.to(service, open);

    assertThat(statuses).isNotEmpty();
    assertThat(statuses)
        .allSatisfy((operation, status) -> assertThat(status).as(operation).isEqualTo(401));
  }
}
