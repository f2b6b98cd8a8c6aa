package dev.gatehouse.e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for what has no callback; never for a fixed time. */
final class Wait {

  private Wait() {}

  static void until(String what, Duration atMost, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(150))
        .pollDelay(Duration.ZERO)
        .until(condition);
  }

  static void until(String what, Callable<Boolean> condition) {
    until(what, Duration.ofSeconds(30), condition);
  }
}
