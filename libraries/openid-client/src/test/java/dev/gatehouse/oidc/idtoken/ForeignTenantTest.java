package dev.gatehouse.oidc.idtoken;

import static dev.gatehouse.oidc.idtoken.Judged.accepted;
import static dev.gatehouse.oidc.idtoken.Judged.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.ProviderRules;
import dev.gatehouse.oidc.fixtures.TestProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that serve many customers from one place: whose person is it? */
class ForeignTenantTest {

  private static final String TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
  private static final String FOREIGN = "99998888-7777-4666-8555-444433332222";
  private static final String OBJECT = "00aa00aa-bb11-cc22-dd33-44ee44ee44ee";
  private static final Issuer ENTRA =
      new Issuer("https://login.microsoftonline.com/" + TENANT + "/v2.0");
  private static final Issuer GOOGLE = new Issuer("https://accounts.google.com");

  @Test
  void knowsAnEntraPersonByTenantAndObjectIdAndNeverByEmail() {
    String token =
        entraToken(claims -> claims.claim("email", "ceo@victim.example").claim("xms_edov", 0));

    var identity = accepted(token, entra());

    assertThat(identity.subjectKey()).isEqualTo(TENANT + "/" + OBJECT);
    assertThat(identity.subject()).isEqualTo("248289761001");
    assertThat(identity.emailDomainOwner()).contains(false);
  }

  @Test
  void refusesAPersonOfAForeignEntraTenant() {
    refused(
        entraToken(claims -> claims.claim("tid", FOREIGN)),
        entra(),
        OidcReasonCode.TENANT_MISMATCH);
    refused(
        entraToken(claims -> claims.claim("tid", null)), entra(), OidcReasonCode.TENANT_MISMATCH);
  }

  @Test
  void refusesTheIssuerOfAForeignEntraTenantWithOurTenantIdInside() {
    String foreign = "https://login.microsoftonline.com/" + FOREIGN + "/v2.0";

    refused(entraToken(claims -> claims.issuer(foreign)), entra(), OidcReasonCode.ISSUER_MISMATCH);
  }

  @Test
  void refusesAnEntraTokenWithoutObjectId() {
    refused(
        entraToken(claims -> claims.claim("oid", null)), entra(), OidcReasonCode.ID_TOKEN_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations", "consumers", "{tenantid}"})
  void cannotExpectAnEntraIssuerOfEverybody(String tenant) {
    assertThatThrownBy(() ->
            ProviderRules.of(
                new Issuer("https://login.microsoftonline.com/" + tenant + "/v2.0"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cannotTreatASharedProviderLikeAnyOther() {
    for (Issuer issuer : List.of(ENTRA, GOOGLE)) {
      assertThatThrownBy(() ->
              IdTokenExpectations.builder(issuer, "c", "n", new ProviderRules.Generic()).build())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void fallsBackToTheUserNameWhereEntraSendsNoEmailAndNoticesOmittedGroups() {
    String token =
        entraToken(claims ->
            claims
                .claim("email", null)
                .claim("preferred_username", "ada@acme.example")
                .claim("_claim_names", Map.of("groups", "src1")));

    var identity = accepted(token, entra());

    assertThat(identity.email()).contains("ada@acme.example");
    assertThat(identity.groupsOmitted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://accounts.google.com", "accounts.google.com"})
  void acceptsBothSpellingsOfGoogle(String issuer) {
    String token = TestProvider.token(claims -> claims.issuer(issuer).claim("hd", "Acme.example"));

    assertThat(accepted(token, google("acme.example")).issuer()).isEqualTo(GOOGLE);
  }

  @Test
  void refusesAPersonOfAnotherGoogleWorkspace() {
    UnaryOperator<JWTClaimsSet.Builder> google = claims -> claims.issuer(GOOGLE.value());

    refused(
        TestProvider.token(claims -> google.apply(claims).claim("hd", "attacker.example")),
        google("acme.example"),
        OidcReasonCode.HOSTED_DOMAIN_MISMATCH);
    refused(
        TestProvider.token(claims -> google.apply(claims).claim("hd", "sub.acme.example")),
        google("acme.example"),
        OidcReasonCode.HOSTED_DOMAIN_MISMATCH);
  }

  @Test
  void refusesAPersonalGoogleAccountWithAnAddressOfOurs() {
    refused(
        TestProvider.token(claims -> claims.issuer(GOOGLE.value())),
        google("acme.example"),
        OidcReasonCode.HOSTED_DOMAIN_MISMATCH);
  }

  @Test
  void letsNobodyInFromGoogleWhereNoWorkspaceIsConfigured() {
    refused(
        TestProvider.token(claims -> claims.issuer(GOOGLE.value()).claim("hd", "acme.example")),
        google(),
        OidcReasonCode.HOSTED_DOMAIN_MISMATCH);
    refused(
        TestProvider.token(claims -> claims.issuer(GOOGLE.value())),
        google(),
        OidcReasonCode.HOSTED_DOMAIN_MISMATCH);
  }

  @Test
  void appliesTheRulesOfAProviderThatPosesAsAnother() {
    var expected =
        IdTokenExpectations.builder(
                TestProvider.ISSUER,
                TestProvider.CLIENT,
                TestProvider.NONCE,
                new ProviderRules.Entra(UUID.fromString(TENANT)))
            .build();

    refused(
        TestProvider.token(c -> c.claim("oid", OBJECT)), expected, OidcReasonCode.TENANT_MISMATCH);
  }

  private static String entraToken(UnaryOperator<JWTClaimsSet.Builder> change) {
    return TestProvider.token(claims ->
        change.apply(claims.issuer(ENTRA.value()).claim("tid", TENANT).claim("oid", OBJECT)));
  }

  private static IdTokenExpectations entra() {
    return IdTokenExpectations.builder(ENTRA, TestProvider.CLIENT, TestProvider.NONCE, List.of())
        .build();
  }

  private static IdTokenExpectations google(String... domains) {
    return IdTokenExpectations.builder(
            GOOGLE, TestProvider.CLIENT, TestProvider.NONCE, Set.of(domains))
        .build();
  }
}
