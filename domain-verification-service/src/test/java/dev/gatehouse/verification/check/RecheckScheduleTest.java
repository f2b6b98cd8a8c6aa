package dev.gatehouse.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecheckScheduleTest {

  private static final Instant NOW = Instant.parse("2026-11-26T06:00:00Z");

  private static RecheckSchedule drawing(double number) {
    return new RecheckSchedule(Duration.ofHours(24), Duration.ofHours(1), () -> number);
  }

  @Test
  void looksAgainADayLaterAndDrawsDomainsApart() {
    assertThat(drawing(0).afterAnswer(NOW)).isEqualTo("2026-11-27T06:00:00Z");
    assertThat(drawing(1).afterAnswer(NOW)).isEqualTo("2026-11-27T03:36:00Z");
  }

  @Test
  void looksAgainSoonAfterNoAnswer() {
    assertThat(drawing(0).afterSilence(NOW)).isEqualTo("2026-11-26T07:00:00Z");
    assertThat(drawing(1).afterSilence(NOW)).isEqualTo("2026-11-26T06:54:00Z");
  }
}
