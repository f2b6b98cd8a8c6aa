package dev.gatehouse.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the IT admin reads about one failure. */
class ExplanationsTest {

  private final FailureCatalogue catalogue = FailureCatalogue.load();

  @Test
  void saysWhatWasExpectedWhatCameAndWhatToEnterWhere() {
    var said =
        catalogue.explain(
            "audience_mismatch",
            "okta",
            Map.of(
                "entityId", "https://sso.example.com/saml/abc/metadata",
                "expected", "https://sso.example.com/saml/abc/metadata",
                "received", "urn:typo"));

    assertThat(said.meaning()).contains("urn:typo", "https://sso.example.com/saml/abc/metadata");
    assertThat(said.console()).isEqualTo("Okta Admin Console");
    assertThat(said.where())
        .startsWith("Applications", "Applications")
        .endsWith("Audience URI (SP Entity ID)");
    assertThat(said.enter())
        .containsExactly(
            new FieldValue(
                "Audience URI (SP Entity ID)", "https://sso.example.com/saml/abc/metadata"));
    assertThat(said.responsible()).isEqualTo(Responsible.IDENTITY_PROVIDER);
  }

  @Test
  void speaksTheWordsOfTheConsoleTheAdminIsLookingAt() {
    assertThat(catalogue.explain("audience_mismatch", "microsoft-entra-id", Map.of()).where())
        .endsWith("Identifier (Entity ID)");
    assertThat(catalogue.explain("audience_mismatch", "google-workspace", Map.of()).where())
        .endsWith("Entity ID");
    assertThat(catalogue.explain("audience_mismatch", "custom-saml", Map.of()).hints())
        .extracting(Hint::product)
        .contains("AD FS", "Keycloak", "OneLogin", "PingOne", "JumpCloud");
  }

  @Test
  void leavesOutAFieldWhoseValueIsNotKnown() {
    var said = catalogue.explain("audience_mismatch", "okta", Map.of("received", "x"));

    assertThat(said.enter()).isEmpty();
    assertThat(said.meaning()).contains("the configured value");
  }

  @Test
  void leavesOutAnAsideWithNothingToSay() {
    assertThat(catalogue.explain("response_too_large", "okta", Map.of()).meaning())
        .contains("any sign-in needs; the limit");
    assertThat(
            catalogue.explain("response_too_large", "okta", Map.of("received", "2 MB")).meaning())
        .contains("any sign-in needs (2 MB); the limit");
  }

  @Test
  void aReceivedValueThatLooksLikeAPlaceholderIsNotFilledIn() {
    var said =
        catalogue.explain(
            "audience_mismatch",
            "okta",
            Map.of("received", "{{entityId}} $1 \\", "entityId", "secret-to-leak"));

    assertThat(said.meaning()).contains("{{entityId}} $1 \\").doesNotContain("secret-to-leak");
  }

  @Test
  void aReceivedValueCannotBreakTheLineOrFloodThePage() {
    var said =
        catalogue.explain(
            "issuer_mismatch",
            "okta",
            Map.of("received", "a\r\nSet-Cookie\u202e\u0000" + "x".repeat(9_000)));

    assertThat(said.meaning())
        .doesNotContain("\n", "\r", "\u202e", "\u0000")
        .hasSizeLessThan(1_500);
  }

  @Test
  void anExplanationKeepsReceivedValuesOutOfLogs() {
    assertThat(catalogue.explain("email_invalid", "okta", Map.of("received", "kim@example.com")))
        .hasToString("email_invalid");
  }

  @Test
  void whatIsNobodysFaultSaysSoAndWhomToAsk() {
    var replayed = catalogue.explain("assertion_replayed", "google-workspace", Map.of());

    assertThat(replayed.responsible()).isEqualTo(Responsible.PERSON);
    assertThat(replayed.where()).isEmpty();
    assertThat(replayed.remedy()).contains("Start the sign-in again", "tell the platform");
  }

  @Test
  void knowsWhatOnlyOneProviderCanDo() {
    assertThat(
            catalogue.explain("oidc_tenant_mismatch", "microsoft-entra-id-oidc", Map.of()).where())
        .isNotEmpty();
    assertThat(catalogue.explain("oidc_tenant_mismatch", "okta-oidc", Map.of()).where()).isEmpty();
  }

  @Test
  void anUnknownCodeOrProviderStillGetsAnAnswer() {
    assertThat(catalogue.explain("from_the_future", "okta", Map.of()).remedy()).isNotBlank();
    assertThat(catalogue.explain("expired", "from-the-future", Map.of()).remedy())
        .contains("Start the sign-in again");
  }
}
