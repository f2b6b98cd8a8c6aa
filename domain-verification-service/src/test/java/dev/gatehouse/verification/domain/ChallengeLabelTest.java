package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeLabelTest {

  @ParameterizedTest
  @ValueSource(strings = {"_gatehouse-challenge", "_acme-challenge", "_a"})
  void takesOneUnderscoredLabel(String label) {
    assertThatCode(() -> ChallengeLabel.check(label)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acme-challenge",
        "_acme.challenge",
        "_acme_",
        "_Acme",
        "_-",
        "_acme challenge"
      })
  void refusesToStartWithAnythingElse(String label) {
    assertThatIllegalStateException()
        .isThrownBy(() -> ChallengeLabel.check(label))
        .withMessageContaining("GATEHOUSE_CHALLENGE_LABEL");
  }
}
