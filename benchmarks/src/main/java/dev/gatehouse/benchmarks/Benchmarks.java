package dev.gatehouse.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.file.Path;

/** Runs the series against a copy of Gatehouse that runs already: see {@code bin/benchmark}. */
public final class Benchmarks {

  private static final int WARM_UP = 5_000;
  private static final int[] AT_ONCE = {1, 8, 32};

  private Benchmarks() {}

  /** Arguments: the data directory, and optionally warm-up and measured sign-ins per series. */
  public static void main(String... arguments) {
    // The driver signs with Corretto's provider where it has a build, to leave more of the machine.
    AmazonCorrettoCryptoProvider.install();
    Running running = Running.in(Path.of(arguments[0]));
    int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : WARM_UP;
    int signIns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
    Target es256 = new Target(running, "bench-es256", "ES256");
    Target rs256 = new Target(running, "bench-rs256", "RS256");
    System.out.println("warm-up:");
    new SignInLoad(running, es256).run(8, warmUp);
    new SignInLoad(running, rs256).run(8, Math.max(1, warmUp / 5));
    System.out.println("ES256:");
    for (int atOnce : AT_ONCE) {
      new SignInLoad(running, es256).run(atOnce, signIns);
    }
    System.out.println("RS256:");
    for (int atOnce : AT_ONCE) {
      new SignInLoad(running, rs256).run(atOnce, signIns);
    }
    new DeactivationLatency(es256).run(Math.min(100, Math.max(1, signIns / 20)));
  }
}
