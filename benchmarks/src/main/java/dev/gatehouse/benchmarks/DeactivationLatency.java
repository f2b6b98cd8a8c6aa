package dev.gatehouse.benchmarks;

/** From the answer that a deactivation is committed until the gateway refuses: p50 and p99. */
final class DeactivationLatency {

  private final Target target;

  DeactivationLatency(Target target) {
    this.target = target;
  }

  void run(int times) {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      target.deactivate();
      long committed = System.nanoTime();
      while (!refusesNow()) {
        Thread.onSpinWait();
      }
      millis[i] = (System.nanoTime() - committed) / 1e6;
      target.activate();
    }
    System.out.printf(
        "deactivation, commit to effect at the gateway, %d times: %s%n", times, Figures.of(millis));
  }

  /** An application that asks now gets no further than an error. */
  private boolean refusesNow() {
    var end = target.signIn().begin("x@" + target.emailDomain);
    return end.getRawQuery() != null && end.getRawQuery().contains("sso_not_available");
  }
}
