package dev.gatehouse.benchmarks;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Many people signing in at once, a bounded number of times. */
final class SignInLoad {

  private final Running running;
  private final Target target;

  SignInLoad(Running running, Target target) {
    this.running = running;
    this.target = target;
  }

  void run(int atOnce, int signIns) {
    double[] millis = new double[signIns];
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(atOnce);
    double gatewayBefore = Cpu.millis(running.pid("sso-gateway"));
    double databaseBefore = Cpu.millis(running.pid("postgres"));
    long start = System.nanoTime();
    for (int worker = 0; worker < atOnce; worker++) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              for (int i = next.getAndIncrement(); i < signIns; i = next.getAndIncrement()) {
                long begin = System.nanoTime();
                target.signIn().complete("person" + i % 500 + "@" + target.emailDomain);
                millis[i] = (System.nanoTime() - begin) / 1e6;
              }
            } catch (RuntimeException e) {
              failure.set(e);
            } finally {
              done.countDown();
            }
          });
    }
    await(done);
    double seconds = (System.nanoTime() - start) / 1e9;
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    double gateway = (Cpu.millis(running.pid("sso-gateway")) - gatewayBefore) / signIns;
    double database = (Cpu.millis(running.pid("postgres")) - databaseBefore) / signIns;
    System.out.printf(
        Locale.ROOT,
        "%3d at once  %5d sign-ins  %6.0f/s  %s  CPU-ms per sign-in: gateway %.2f + PostgreSQL %.2f"
            + " = %.2f  gateway RSS %d MB%n",
        atOnce,
        signIns,
        signIns / seconds,
        Figures.of(millis),
        gateway,
        database,
        gateway + database,
        Cpu.residentMegabytes(running.pid("sso-gateway")));
  }

  private static void await(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
