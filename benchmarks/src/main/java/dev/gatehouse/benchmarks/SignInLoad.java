package dev.gatehouse.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Many people signing in at once, a bounded number of times. */
final class SignInLoad {

  private final Supplier<SignIn> product;
  private final String emailDomain;
  private final long server;
  private final long database;

  SignInLoad(Running running, Target target) {
    this(target::signIn, target.emailDomain, running.pid("sso-gateway"), running.pid("postgres"));
  }

  SignInLoad(Supplier<SignIn> product, String emailDomain, long server, long database) {
    this.product = product;
    this.emailDomain = emailDomain;
    this.server = server;
    this.database = database;
  }

  /** Runs and prints a line. */
  void print(int atOnce, int signIns) {
    System.out.println(run(atOnce, signIns));
  }

  Load run(int atOnce, int signIns) {
    double[] millis = new double[signIns];
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(atOnce);
    double serverBefore = Cpu.millis(server);
    double databaseBefore = Cpu.millis(database);
    double driverBefore = Cpu.ownMillis();
    long start = System.nanoTime();
    for (int worker = 0; worker < atOnce; worker++) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              for (int i = next.getAndIncrement(); i < signIns; i = next.getAndIncrement()) {
                long begin = System.nanoTime();
                product.get().complete("person" + i % 500 + "@" + emailDomain);
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
    return new Load(
        atOnce,
        signIns,
        signIns / seconds,
        Figures.of(millis),
        (Cpu.millis(server) - serverBefore) / signIns,
        (Cpu.millis(database) - databaseBefore) / signIns,
        (Cpu.ownMillis() - driverBefore) / signIns,
        Cpu.residentMegabytes(server));
  }

  private static void await(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
