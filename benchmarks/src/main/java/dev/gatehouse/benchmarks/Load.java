package dev.gatehouse.benchmarks;

import java.util.Locale;

/**
 * What one line of a series measured.
 *
 * @param driver CPU-ms per sign-in of the driver: always the same work, so where it moves, the
 *     machine moved
 */
record Load(
    int atOnce,
    int signIns,
    double perSecond,
    Figures durations,
    double server,
    double database,
    double driver,
    long residentMegabytes) {

  /** CPU-ms per sign-in of all that a customer has to run. */
  double cpu() {
    return server + database;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%3d at once  %6d sign-ins  %5.0f/s  %s  CPU-ms: server %.2f + PostgreSQL %.2f = %.2f"
            + " (driver %.2f)  RSS %d MB",
        atOnce,
        signIns,
        perSecond,
        durations,
        server,
        database,
        cpu(),
        driver,
        residentMegabytes);
  }
}
