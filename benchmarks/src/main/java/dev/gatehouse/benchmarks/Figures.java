package dev.gatehouse.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** The durations of one series, in milliseconds. */
record Figures(double[] sortedMillis) {

  static Figures of(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Figures(sorted);
  }

  double percentile(double share) {
    int index = (int) Math.ceil(share * sortedMillis.length) - 1;
    return sortedMillis[Math.max(0, index)];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", percentile(0.50), percentile(0.99));
  }
}
