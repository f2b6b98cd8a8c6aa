package dev.gatehouse.gateway.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ids.Ids;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptCookiesTest {

  private final NewAttempt attempt =
      NewAttempt.next(new Ids(Clock.systemUTC()), Instant.parse("2026-11-22T09:00:00Z"));

  @Test
  void noOtherHostOfTheSiteCanPlantTheCookieWhereThereIsHttps() {
    NewCookie cookie =
        new AttemptCookies("https://sso.example")
            .issue(attempt.id(), attempt.cookie(), Attempt.LIFETIME);

    assertThat(cookie.getName()).startsWith("__Host-gh_attempt_");
    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
  }

  @Test
  void onOneMachineItWorksWithoutHttps() {
    NewCookie cookie =
        new AttemptCookies("http://localhost:8080")
            .issue(attempt.id(), attempt.cookie(), Attempt.LIFETIME);

    assertThat(cookie.isSecure()).isFalse();
    assertThat(cookie.getPath()).isEqualTo("/");
  }

  @Test
  void twoAttemptsHaveTwoCookies() {
    NewAttempt other = NewAttempt.next(new Ids(Clock.systemUTC()), attempt.createdAt());
    AttemptCookies cookies = new AttemptCookies("http://localhost:8080");

    assertThat(cookies.issue(attempt.id(), "a", Attempt.LIFETIME).getName())
        .isNotEqualTo(cookies.issue(other.id(), "a", Attempt.LIFETIME).getName());
    assertThat(attempt.cookie()).isNotEqualTo(other.cookie());
    assertThat(attempt.requestId()).isNotEqualTo(other.requestId());
  }
}
