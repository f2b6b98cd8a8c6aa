package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChallengeTokenTest {

  @Test
  void has160BitsInBase32() {
    assertThat(ChallengeToken.create().text()).matches("[a-z2-7]{32}");
  }

  @Test
  void isNeverTheSame() {
    assertThat(
            IntStream.range(0, 1_000)
                .mapToObj(i -> ChallengeToken.create().text())
                .collect(Collectors.toSet()))
        .hasSize(1_000);
  }

  @Test
  void staysOutOfLogs() {
    ChallengeToken token = ChallengeToken.create();
    assertThat(token.toString()).doesNotContain(token.text());
  }
}
