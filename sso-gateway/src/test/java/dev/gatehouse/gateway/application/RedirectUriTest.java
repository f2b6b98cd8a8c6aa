package dev.gatehouse.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/callback",
        "https://app.example:8443/callback?tenant=7",
        "http://localhost:3000/callback",
        "http://127.0.0.1:9090/app/callback",
        "http://[::1]:9090/callback",
      })
  void acceptsHttpsAndLoopback(String uri) {
    assertThat(RedirectUri.isAcceptable(uri)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.example/callback", // anybody on the way could read the code
        "https://app.example/callback#fragment", // RFC 6749 section 3.1.2
        "https://*.example/callback", // no wildcards
        "https://app.example/*",
        "https://user:secret@app.example/callback",
        "https://app.example@evil.example/",
        "//app.example/callback",
        "/callback",
        "javascript:alert(1)",
        "data:text/html,hello",
        "myapp://callback",
        "https:/callback",
        "https://app.example/a/../callback",
        "https://app.example/with space",
        "https://äpp.example/callback",
        "https://app.example\\@evil.example/",
        "",
      })
  void refusesWhatCouldLeadElsewhere(String uri) {
    assertThat(RedirectUri.isAcceptable(uri)).isFalse();
  }
}
