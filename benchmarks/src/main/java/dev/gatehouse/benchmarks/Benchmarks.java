package dev.gatehouse.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.file.Path;

/** Runs the series against a copy of Gatehouse that runs already: see {@code bin/benchmark}. */
public final class Benchmarks {

  private static final int WARM_UP = 5_000;
  private static final int[] AT_ONCE = {1, 8, 32};
  private static final int MEMORY_LINES = 10;

  private Benchmarks() {}

  /**
   * Arguments: the data directory, and optionally warm-up and measured sign-ins per series, and how
   * many sign-ins the series for memory has (none unless given).
   */
  public static void main(String... arguments) {
    // The driver signs with Corretto's provider where it has a build, to leave more of the machine.
    AmazonCorrettoCryptoProvider.install();
    Running running = Running.in(Path.of(arguments[0]));
    int warmUp = number(arguments, 1, WARM_UP);
    int signIns = number(arguments, 2, 2_000);
    Target es256 = new Target(running, "bench-es256", "ES256");
    Target rs256 = new Target(running, "bench-rs256", "RS256");
    System.out.println("warm-up:");
    new SignInLoad(running, es256).print(8, warmUp);
    new SignInLoad(running, rs256).print(8, Math.max(1, warmUp / 5));
    // Alternating, so that what warms up or slows down meanwhile does it to both.
    for (int atOnce : AT_ONCE) {
      System.out.print("ES256: ");
      new SignInLoad(running, es256).print(atOnce, signIns);
      System.out.print("RS256: ");
      new SignInLoad(running, rs256).print(atOnce, signIns);
    }
    new DeactivationLatency(es256).run(Math.min(100, Math.max(1, signIns / 20)));
    int forMemory = number(arguments, 3, 0);
    for (int line = 0; forMemory > 0 && line < MEMORY_LINES; line++) {
      System.out.print("memory: ");
      new SignInLoad(running, es256).print(8, forMemory / MEMORY_LINES);
    }
  }

  private static int number(String[] arguments, int at, int usual) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : usual;
  }
}
