package dev.gatehouse.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  @ParameterizedTest
  @CsvSource({
    "/v1/organizations,org-service",
    "/v1/oauth/.well-known/openid-configuration,org-service",
    "/v1/domains/dom_1/look,domain-verification-service",
    "/v1/test-runs/run_1,connection-service",
    "/test-runs/abc,sso-gateway",
    "/sign-in,sso-gateway",
    "/sign-in/continue,sso-gateway",
    "/saml/abc/acs,sso-gateway",
    "/.well-known/openid-configuration,sso-gateway"
  })
  void givesEachPrefixToItsOneService(String path, String owner) {
    assertThat(Routes.ownerOf(path).map(Part::id)).contains(owner);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1", "/v1/organizationsX", "/q/metrics", "/sign-ins", "/control"})
  void ownsNothingElse(String path) {
    assertThat(Routes.ownerOf(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/roles/../../q/metrics",
        "/v1/roles/%2e%2E/q",
        "/v1/roles/..;x/q",
        "/v1/roles/..%2fq",
        "/v1/roles/..\\q",
        "/v1/roles//q"
      })
  void pathTraversalDoesNotReachBehindThePrefixes(String path) {
    assertThat(Routes.ambiguous(path)).isTrue();
  }

  @Test
  void leavesPlainPathsAlone() {
    assertThat(Routes.ambiguous("/.well-known/openid-configuration")).isFalse();
    assertThat(Routes.ambiguous("/v1/domains/dom_1?x=..")).isFalse();
  }
}
