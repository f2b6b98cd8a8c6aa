package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class TrustedProxiesTest {

  @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies")
  List<String> proxies;

  /** Anything else may be taken for a host name: five seconds when the DNS server is away. */
  @Test
  void areNetworksSoThatNoRequestWaitsForDns() {
    assertThat(proxies).isNotEmpty().allMatch(proxy -> proxy.matches("[0-9a-f.:]+/[0-9]+"));
  }
}
