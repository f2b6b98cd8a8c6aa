package dev.gatehouse.oidc.userinfo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.oidc.CheckOutcome;
import dev.gatehouse.oidc.OidcCheckName;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.fixtures.FakeHttpFetch;
import dev.gatehouse.oidc.fixtures.TestProvider;
import dev.gatehouse.oidc.idtoken.IdTokenExpectations;
import dev.gatehouse.oidc.idtoken.IdTokenJudge;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict.Accepted;
import dev.gatehouse.oidc.idtoken.IdTokenVerdict.Rejected;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CompleteIdentityTest {

  private static final Optional<URI> ENDPOINT = Optional.of(URI.create("https://idp.example/me"));
  private static final UnaryOperator<JWTClaimsSet.Builder> THIN =
      claims -> claims.claim("email", null).claim("given_name", null).claim("family_name", null);

  private final FakeHttpFetch provider = new FakeHttpFetch();

  @Test
  void doesNotAskForWhatTheIdTokenHolds() {
    assertThat(complete(claims -> claims)).isInstanceOf(Accepted.class);
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void takesEmailAndNamesFromUserInfo() {
    provider.answers(
        200,
        """
        {"sub":"248289761001","email":"ada@acme.example","email_verified":true,
         "given_name":"Ada","groups":["Staff"]}
        """);

    var verdict = (Accepted) complete(THIN);

    assertThat(provider.asked().getFirst().authorization()).contains("Bearer access");
    assertThat(verdict.identity().email()).contains("ada@acme.example");
    assertThat(verdict.identity().emailVerified()).contains(true);
    assertThat(verdict.identity().givenName()).contains("Ada");
    assertThat(verdict.identity().groups()).containsExactly("Staff");
    assertThat(verdict.checks())
        .filteredOn(check -> check.name() == OidcCheckName.EMAIL)
        .singleElement()
        .satisfies(check -> assertThat(check.outcome()).isEqualTo(CheckOutcome.PASSED));
  }

  @Test
  void refusesTheUserInfoOfAnotherPerson() {
    provider.answers(200, "{\"sub\":\"the ceo\",\"email\":\"ceo@acme.example\"}");
    assertThat(codes(complete(THIN))).containsExactly(OidcReasonCode.USERINFO_MISMATCH);
    assertThat(((Rejected) complete(THIN)).seen().orElseThrow().email()).isEmpty();

    provider.answers(200, "{\"email\":\"ceo@acme.example\"}");
    assertThat(codes(complete(THIN))).containsExactly(OidcReasonCode.USERINFO_MISMATCH);
  }

  @Test
  void refusesTheUserInfoOfAnotherPersonEvenIfOnlyNamesWereMissing() {
    provider.answers(200, "{\"sub\":\"the ceo\",\"given_name\":\"C\"}");

    var verdict = complete(claims -> claims.claim("given_name", null).claim("family_name", null));

    assertThat(codes(verdict)).containsExactly(OidcReasonCode.USERINFO_MISMATCH);
  }

  @Test
  void cannotReplaceWhatTheIdTokenSays() {
    provider.answers(
        200, "{\"sub\":\"248289761001\",\"email\":\"ceo@acme.example\",\"given_name\":\"C\"}");

    var verdict =
        (Accepted) complete(claims -> claims.claim("given_name", null).claim("family_name", null));

    assertThat(verdict.identity().email()).contains("ada@acme.example");
    assertThat(verdict.identity().claims().text("email")).contains("ada@acme.example");
    assertThat(verdict.identity().givenName()).contains("C");
  }

  @Test
  void doesWithoutNamesButNotWithoutEmailWhenUserInfoIsDown() {
    provider.isDown();

    assertThat(complete(claims -> claims.claim("given_name", null).claim("family_name", null)))
        .isInstanceOf(Accepted.class);
    assertThat(codes(complete(THIN))).containsExactly(OidcReasonCode.EMAIL_MISSING);
  }

  @Test
  void saysWhichClaimsCameInsteadOfAnEmail() {
    provider.answers(200, "{\"sub\":\"248289761001\",\"upn\":\"ada\"}");

    var verdict = (Rejected) complete(THIN);

    assertThat(codes(verdict)).containsExactly(OidcReasonCode.EMAIL_MISSING);
    assertThat(verdict.reasons().getFirst().received()).isEqualTo("claims sub, upn");
  }

  private IdTokenVerdict complete(UnaryOperator<JWTClaimsSet.Builder> change) {
    var expected =
        IdTokenExpectations.builder(
                TestProvider.ISSUER, TestProvider.CLIENT, TestProvider.NONCE, List.of())
            .build();
    var accepted =
        (Accepted)
            IdTokenJudge.judge(
                TestProvider.token(change), expected, TestProvider.published(), TestProvider.NOW);
    return new CompleteIdentity(provider)
        .complete(accepted, ENDPOINT, Optional.of("access"))
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  private static List<OidcReasonCode> codes(IdTokenVerdict verdict) {
    assertThat(verdict).isInstanceOf(Rejected.class);
    return ((Rejected) verdict).reasons().stream().map(OidcReason::code).toList();
  }
}
