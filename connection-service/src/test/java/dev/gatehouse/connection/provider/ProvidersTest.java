package dev.gatehouse.connection.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.connection.fixtures.TestConnections;
import dev.gatehouse.connection.guide.SetupGuide;
import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.failure.FailureCatalogue;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvidersTest {

  private final Providers providers = new Providers();
  private final UnaryOperator<String> fill =
      SetupGuide.values(TestConnections.with(List.of(), null, null, null, List.of()));

  @Test
  void offersTheEightInThisOrder() {
    assertThat(providers.all())
        .extracting(Provider::key)
        .containsExactly(
            "okta",
            "google-workspace",
            "microsoft-entra-id",
            "custom-saml",
            "okta-oidc",
            "google-oidc",
            "microsoft-entra-id-oidc",
            "custom-oidc");
  }

  @Test
  void everyPlaceholderHasAValue() {
    assertThat(providers.all())
        .allSatisfy(provider -> {
          assertThat(provider.steps(fill)).isNotEmpty();
          assertThat(
                  Stream.of(provider.before(), provider.pitfalls())
                      .flatMap(texts -> texts.stream())
                      .map(fill))
              .noneMatch(text -> text.contains("{{"));
        });
  }

  @Test
  void everyOpenIdConnectGuideShowsWhereOurRedirectUriGoes() {
    assertThat(providers.all())
        .filteredOn(provider -> provider.protocol() == Protocol.OIDC)
        .hasSize(4)
        .allSatisfy(provider ->
            assertThat(
                    provider.steps(fill).stream()
                        .flatMap(step -> java.util.Objects.requireNonNull(step.fields()).stream())
                        .map(Provider.Field::value))
                .contains("https://sso.example/oidc/x/callback"));
  }

  @Test
  void theGuidesShowWherePeopleSignOut() {
    assertThat(values("okta-oidc")).contains("https://sso.example/oidc/x/post-logout");
    assertThat(values("microsoft-entra-id-oidc"))
        .contains(
            "https://sso.example/oidc/x/post-logout",
            "https://sso.example/oidc/x/frontchannel-logout");
    assertThat(values("custom-oidc"))
        .contains(
            "https://sso.example/oidc/x/post-logout",
            "https://sso.example/oidc/x/backchannel-logout",
            "https://sso.example/oidc/x/frontchannel-logout");
    assertThat(values("custom-saml")).contains("https://sso.example/saml/x/slo");
    assertThat(values("microsoft-entra-id")).contains("https://sso.example/saml/x/slo");
  }

  private List<String> values(String provider) {
    return providers.find(provider).orElseThrow().steps(fill).stream()
        .flatMap(step -> java.util.Objects.requireNonNull(step.fields()).stream())
        .map(Provider.Field::value)
        .toList();
  }

  @Test
  void everySamlGuideShowsWhereOurTwoAddressesGo() {
    assertThat(providers.all())
        .filteredOn(provider -> provider.protocol() == Protocol.SAML)
        .hasSize(4)
        .allSatisfy(provider ->
            assertThat(
                    provider.steps(fill).stream()
                        .flatMap(step -> java.util.Objects.requireNonNull(step.fields()).stream())
                        .map(Provider.Field::value))
                .contains("https://sso.example/saml/x/acs", "https://sso.example/saml/x/metadata"));
  }

  @Test
  void theFailuresOfEveryProviderAreExplained() {
    assertThat(FailureCatalogue.load().providers())
        .containsAll(providers.all().stream().map(Provider::key).toList());
  }

  @Test
  void aPlaceholderWithoutAValueIsAMistakeInTheFile() {
    assertThatThrownBy(() -> Placeholders.with(Map.of()).apply("Enter {{acsUrl}}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
