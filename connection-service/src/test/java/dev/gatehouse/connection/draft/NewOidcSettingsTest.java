package dev.gatehouse.connection.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.connection.settings.AttributeNames;
import dev.gatehouse.connection.settings.OidcSettings;
import dev.gatehouse.connection.settings.OidcSettings.TokenEndpointAuthMethod;
import dev.gatehouse.connection.settings.OidcSubject;
import dev.gatehouse.oidc.ClientAuthMethod;
import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewOidcSettingsTest {

  private static final String ENTRA =
      "https://login.microsoftonline.com/3f2a7e0c-5b1d-4d8e-9a64-1c0f7b2e8d11/v2.0";
  private static final String GOOGLE = "https://accounts.google.com";
  private static final String OTHER = "https://login.example.com";
  private static final AttributeNames NAMES =
      new AttributeNames(List.of("email"), List.of(), List.of(), List.of());
  private static final NewOidcSettings.Basis USUAL =
      new NewOidcSettings.Basis(
          null, List.of("openid", "email"), List.of(), false, true, null, NAMES);

  @Test
  void knowsEntrasPeopleByObjectIdAndOthersBySub() {
    assertThat(made(ENTRA, draft(null, null, null)).subject())
        .isEqualTo(OidcSubject.of(OidcSubject.Source.ENTRA_OBJECT_ID));
    assertThat(made(OTHER, draft(null, null, null)).subject())
        .isEqualTo(OidcSubject.of(OidcSubject.Source.SUB));
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "Email", "upn", "preferred_username", "unique_name"})
  void refusesToKnowPeopleByAClaimThatCanPassToSomebodyElse(String claim) {
    OidcDraft.Subject subject = new OidcDraft.Subject(OidcSubject.Source.CLAIM, claim);

    refused(() -> made(OTHER, draft(subject, null, null)), "subject_source_refused");
    refused(() -> made(ENTRA, draft(subject, null, null)), "subject_source_refused");
  }

  @Test
  void refusesEntrasObjectIdWhereThereIsNone() {
    OidcDraft.Subject subject = new OidcDraft.Subject(OidcSubject.Source.ENTRA_OBJECT_ID, null);

    refused(() -> made(OTHER, draft(subject, null, null)), "subject_source_refused");
  }

  @Test
  void keepsNoMoreSigningAlgorithmsThanDiscoveryFound() {
    assertThat(made(OTHER, draft(null, null, null)).idTokenSigningAlgs())
        .containsExactly("RS256", "ES256");
  }

  @Test
  void wantsTheDomainsOfAGoogleWorkspace() {
    refused(() -> made(GOOGLE, draft(null, null, null)), "hosted_domains_required");
    refused(() -> made(GOOGLE, draft(null, null, List.of())), "hosted_domains_required");

    assertThat(made(GOOGLE, draft(null, null, List.of("Acme.Example"))).hostedDomains())
        .containsExactly("acme.example");
  }

  @Test
  void takesTheFirstOfferedWayToAuthenticateAndNoneThatIsNotOffered() {
    assertThat(made(OTHER, draft(null, null, null)).tokenEndpointAuthMethod())
        .isEqualTo(TokenEndpointAuthMethod.CLIENT_SECRET_POST);
    refused(
        () -> made(OTHER, draft(null, TokenEndpointAuthMethod.CLIENT_SECRET_BASIC, null)),
        "auth_method_unsupported");
  }

  @Test
  void keepsNoSecretBesideAPrivateKeyAndIsIncompleteWithoutEither() {
    OidcDraft keyed = draft(null, TokenEndpointAuthMethod.PRIVATE_KEY_JWT, null);

    assertThat(made(OTHER, keyed).sealedClientSecret()).isNull();
    refused(
        () ->
            new NewOidcSettings(
                    provider(OTHER), draft(null, null, null), USUAL, "client", Optional.empty())
                .settings(),
        "client_secret_missing");
  }

  @Test
  void alwaysAsksForOpenid() {
    assertThat(made(OTHER, draft(null, null, null)).scopes()).containsExactly("openid", "email");
    NewOidcSettings.Basis none =
        new NewOidcSettings.Basis(null, List.of("groups"), List.of(), false, true, null, NAMES);
    assertThat(
            new NewOidcSettings(
                    provider(OTHER), draft(null, null, null), none, "client", Optional.of("AQ=="))
                .settings()
                .scopes())
        .containsExactly("openid", "groups");
  }

  @Test
  void anotherClientAtEntraKnowsNobodyBySub() {
    OidcDraft.Subject sub = new OidcDraft.Subject(OidcSubject.Source.SUB, null);
    OidcSettings first = made(ENTRA, draft(sub, null, null));
    OidcSettings second =
        new NewOidcSettings(
                provider(ENTRA), draft(sub, null, null), USUAL, "another", Optional.of("AQ=="))
            .settings();

    assertThat(second.namesPeopleLike(first)).isFalse();
    assertThat(second.namesPeopleLike(second)).isTrue();
  }

  @Test
  void warnsOfASecretIdUnannouncedScopesAndUselessDomains() {
    OidcDraft draft =
        new OidcDraft(
            ENTRA,
            "client",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            null,
            List.of("openid", "offline_access"),
            List.of("acme.example"),
            null,
            null,
            null,
            null);

    assertThat(OidcWarnings.of(provider(ENTRA), made(ENTRA, draft), draft))
        .extracting("code")
        .containsExactly(
            "client_secret_looks_like_id", "scope_not_announced", "hosted_domains_unused");
    OidcDraft plain = draft(null, null, null);
    assertThat(OidcWarnings.of(provider(OTHER), made(OTHER, plain), plain)).isEmpty();
  }

  @Test
  void showsNoSecretWherePeopleLogADraft() {
    OidcDraft draft =
        new OidcDraft(OTHER, "client", "hunter2", null, null, null, null, null, null, null);

    assertThat(new DraftBody(null, null, null, null, null, null, null, draft).toString())
        .doesNotContain("hunter2");
  }

  private static OidcSettings made(String issuer, OidcDraft draft) {
    return new NewOidcSettings(provider(issuer), draft, USUAL, "client", Optional.of("AQ=="))
        .settings();
  }

  private static OidcDraft draft(
      OidcDraft.@Nullable Subject subject,
      @Nullable TokenEndpointAuthMethod method,
      @Nullable List<String> hostedDomains) {
    return new OidcDraft(null, null, null, method, null, hostedDomains, null, null, subject, null);
  }

  private static ProviderMetadata provider(String issuer) {
    URI address = URI.create(issuer);
    return new ProviderMetadata(
        new Issuer(issuer),
        address,
        address,
        address,
        Optional.empty(),
        Optional.empty(),
        EnumSet.of(ClientAuthMethod.CLIENT_SECRET_POST, ClientAuthMethod.PRIVATE_KEY_JWT),
        new LinkedHashSet<>(List.of("RS256", "ES256")),
        List.of("openid", "email"),
        true,
        List.of());
  }

  private static void refused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> assertThat(problem.getParameters()).containsEntry("code", code));
  }
}
