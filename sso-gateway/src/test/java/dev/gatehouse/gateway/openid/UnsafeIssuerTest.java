package dev.gatehouse.gateway.openid;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeIssuerTest {

  @Test
  void acceptsHttpsEverywhereAndHttpOutsideProduction() {
    assertThatCode(() -> UnsafeIssuer.check(URI.create("https://sso.example"), true))
        .doesNotThrowAnyException();
    assertThatCode(() -> UnsafeIssuer.check(URI.create("http://localhost:8080"), false))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesHttpInProduction() {
    assertThatThrownBy(() -> UnsafeIssuer.check(URI.create("http://sso.example"), true))
        .hasMessageContaining("GATEHOUSE_PUBLIC_URL must be https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sso.example/",
        "https://sso.example/sso",
        "https://sso.example?x=1",
        "https://sso.example#x",
        "sso.example",
      })
  void refusesWhatIsNoOrigin(String url) {
    assertThatThrownBy(() -> UnsafeIssuer.check(URI.create(url), false))
        .hasMessageContaining("without a slash at the end");
  }
}
