package dev.gatehouse.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Instant CLAIMED = Instant.parse("2026-11-22T09:00:00Z");
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration HOUR = Duration.ofHours(1);

  private static Duration waitAfter(Duration age, double random) {
    Instant now = CLAIMED.plus(age);
    return Duration.between(
        now, new RetrySchedule(TEN_SECONDS, HOUR, () -> random).next(CLAIMED, now));
  }

  @Test
  void looksSoonAtFirst() {
    assertThat(waitAfter(Duration.ZERO, 0)).isEqualTo(TEN_SECONDS);
    assertThat(waitAfter(Duration.ofSeconds(30), 0)).isEqualTo(TEN_SECONDS);
  }

  @Test
  void backsOffWithTheAgeOfTheClaim() {
    assertThat(waitAfter(Duration.ofMinutes(4), 0)).isEqualTo(Duration.ofMinutes(1));
    assertThat(waitAfter(Duration.ofHours(2), 0)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void neverWaitsLongerThanAnHour() {
    assertThat(waitAfter(Duration.ofDays(10), 0)).isEqualTo(HOUR);
  }

  @Test
  void spreadsClaimsThatWereMadeTogether() {
    assertThat(waitAfter(Duration.ofDays(10), 1)).isEqualTo(Duration.ofMinutes(54));
    assertThat(waitAfter(Duration.ZERO, 1)).isEqualTo(TEN_SECONDS);
  }
}
