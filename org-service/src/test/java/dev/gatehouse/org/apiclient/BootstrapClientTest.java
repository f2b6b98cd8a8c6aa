package dev.gatehouse.org.apiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BootstrapClientTest {

  @Test
  void withoutConfigurationThereIsNone() {
    var client = new BootstrapClient(Optional.empty(), Optional.empty());

    assertThat(client.is("", new ClientSecret(""))).isFalse();
  }

  @Test
  void aShortSecretStopsTheStartInProduction() {
    var client = new BootstrapClient(Optional.of("operator"), Optional.of("secret"));

    assertThatThrownBy(client::requireStrong)
        .hasMessageContaining("GATEHOUSE_BOOTSTRAP_CLIENT_SECRET");
  }

  @Test
  void aLongOneDoesNot() {
    new BootstrapClient(Optional.of("operator"), Optional.of("x".repeat(32))).requireStrong();
  }
}
