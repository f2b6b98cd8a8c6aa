package dev.gatehouse.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.oidc.CheckOutcome;
import dev.gatehouse.oidc.Issuer;
import dev.gatehouse.oidc.OidcCheck;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.authorization.AuthorizationVerdict.CodeReceived;
import dev.gatehouse.oidc.authorization.AuthorizationVerdict.Rejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of another provider, for another browser, or made up (RP3, RP4, RP8). */
class MixUpTest {

  private static final Issuer HONEST = new Issuer("https://honest.example");
  private static final String STATE = "the-state-of-this-attempt";

  @Test
  void takesTheCodeOfTheExpectedProvider() {
    var verdict = judge(true, Map.of("state", STATE, "code", "c0de", "iss", HONEST.value()));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            CodeReceived.class, received -> assertThat(received.code()).isEqualTo("c0de"));
    assertThat(verdict.checks())
        .extracting(OidcCheck::outcome)
        .containsOnly(CheckOutcome.PASSED)
        .hasSize(3);
    assertThat(verdict.toString()).doesNotContain("c0de");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesACodeThatAnotherProviderSendsBack(boolean announced) {
    var verdict =
        judge(announced, Map.of("state", STATE, "code", "c0de", "iss", "https://attacker.example"));

    assertThat(codes(verdict)).containsExactly(OidcReasonCode.ISSUER_MISMATCH);
  }

  @Test
  void refusesACodeWithoutIssuerWhereTheProviderAnnouncesOne() {
    var answer = Map.of("state", STATE, "code", "c0de");

    assertThat(codes(judge(true, answer))).containsExactly(OidcReasonCode.ISSUER_MISMATCH);
    assertThat(judge(false, answer)).isInstanceOf(CodeReceived.class);
  }

  @Test
  void refusesTwoIssuersOfWhichOneIsRight() {
    var answer = several(Map.of("state", STATE, "code", "c0de"));
    answer.put("iss", List.of(HONEST.value(), "https://attacker.example"));

    assertThat(codes(AuthorizationAnswer.of(answer).judge(expected(true))))
        .containsExactly(OidcReasonCode.ISSUER_MISMATCH);
  }

  @Test
  void doesNotBelieveAnErrorOfAnotherProvider() {
    var verdict =
        judge(
            true,
            Map.of("state", STATE, "error", "access_denied", "iss", "https://attacker.example"));

    assertThat(codes(verdict)).containsExactly(OidcReasonCode.ISSUER_MISMATCH);
    assertThat(((Rejected) verdict).error()).isEmpty();
  }

  @Test
  void refusesTheStateOfAnotherAttemptWhateverElseHolds() {
    assertThat(codes(judge(false, Map.of("state", "another", "code", "injected"))))
        .containsExactly(OidcReasonCode.STATE_MISMATCH);
    assertThat(codes(judge(false, Map.of("code", "injected"))))
        .containsExactly(OidcReasonCode.STATE_MISMATCH);
    assertThat(codes(judge(false, Map.of("error", "access_denied"))))
        .containsExactly(OidcReasonCode.STATE_MISMATCH);
  }

  @Test
  void refusesTwoStatesOrTwoCodes() {
    var states = several(Map.of("code", "c0de"));
    states.put("state", List.of(STATE, "another"));
    var both = several(Map.of("state", STATE));
    both.put("code", List.of("c0de", "injected"));

    assertThat(AuthorizationAnswer.of(states).state()).isEmpty();
    assertThat(codes(AuthorizationAnswer.of(states).judge(expected(false))))
        .containsExactly(OidcReasonCode.STATE_MISMATCH);
    assertThat(codes(AuthorizationAnswer.of(both).judge(expected(false))))
        .containsExactly(OidcReasonCode.ERROR_RETURNED);
  }

  @Test
  void passesOnWhatTheProviderSaysWithoutItsControlCharacters() {
    var verdict =
        judge(
            false,
            Map.of(
                "state",
                STATE,
                "error",
                "access_denied",
                "error_description",
                "User is not\r\nassigned\u0000 <b>" + "x".repeat(9000),
                "error_uri",
                "javascript:alert(1)"));

    var rejected = (Rejected) verdict;
    assertThat(codes(verdict)).containsExactly(OidcReasonCode.ERROR_RETURNED);
    assertThat(rejected.error().orElseThrow().error()).isEqualTo("access_denied");
    assertThat(rejected.error().orElseThrow().description())
        .startsWith("User is not  assigned  <b>x")
        .hasSizeLessThan(700);
    assertThat(rejected.reasons().getFirst().received())
        .startsWith("access_denied: User is not")
        .doesNotContain("javascript");
  }

  @Test
  void knowsGooglesShorterSpelling() {
    var google = new ExpectedAnswer(STATE, new Issuer("https://accounts.google.com"), false);
    var answer = several(Map.of("state", STATE, "code", "c", "iss", "accounts.google.com"));

    assertThat(AuthorizationAnswer.of(answer).judge(google)).isInstanceOf(CodeReceived.class);
  }

  private static AuthorizationVerdict judge(boolean announced, Map<String, String> answer) {
    return AuthorizationAnswer.of(several(answer)).judge(expected(announced));
  }

  private static ExpectedAnswer expected(boolean announced) {
    return new ExpectedAnswer(STATE, HONEST, announced);
  }

  private static Map<String, List<String>> several(Map<String, String> single) {
    var all = new HashMap<String, List<String>>();
    single.forEach((name, value) -> all.put(name, List.of(value)));
    return all;
  }

  private static List<OidcReasonCode> codes(AuthorizationVerdict verdict) {
    assertThat(verdict).isInstanceOf(Rejected.class);
    return ((Rejected) verdict).reasons().stream().map(OidcReason::code).toList();
  }
}
