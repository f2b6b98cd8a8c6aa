package dev.gatehouse.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Gatehouse beside Keycloak and Polis: the same driver, identity provider, people and PostgreSQL,
 * one after the other in every round, so that whatever else the machine does meets all of them.
 */
public final class Comparison {

  private static final int[] AT_ONCE = {1, 8, 32};
  private static final String PEOPLE = "compare.example";

  private Comparison() {}

  /**
   * Arguments: the data directory of a running Gatehouse, warm-up sign-ins, sign-ins per line,
   * rounds, then {@code keycloak=URL,PID} and {@code polis=URL,PID}, either or both. All of them
   * use Gatehouse's PostgreSQL.
   */
  public static void main(String... arguments) {
    AmazonCorrettoCryptoProvider.install();
    Running running = Running.in(Path.of(arguments[0]));
    int warmUp = Integer.parseInt(arguments[1]);
    int signIns = Integer.parseInt(arguments[2]);
    int rounds = Integer.parseInt(arguments[3]);
    Map<String, SignInLoad> products = new LinkedHashMap<>();
    Target target = new Target(running, "compare", "RS256");
    products.put("gatehouse", new SignInLoad(running, target));
    for (int i = 4; i < arguments.length; i++) {
      String[] product = arguments[i].split("[=,]", 3);
      products.put(product[0], other(product[0], URI.create(product[1]), product[2], running));
    }
    products.forEach((name, load) -> System.out.println(name + " warm-up " + load.run(8, warmUp)));
    for (int atOnce : AT_ONCE) {
      compare(products, atOnce, signIns, rounds);
    }
  }

  private static SignInLoad other(String name, URI base, String pid, Running running) {
    IdentityProvider idp = new IdentityProvider();
    Product product =
        switch (name) {
          case "keycloak" -> {
            Keycloak keycloak = new Keycloak(base);
            keycloak.prepare(idp);
            yield keycloak;
          }
          case "polis" -> {
            Polis polis = new Polis(base);
            polis.prepare(idp);
            yield polis;
          }
          default -> throw new IllegalArgumentException("keycloak or polis, not " + name);
        };
    return new SignInLoad(
        () -> new SignIn(product, idp), PEOPLE, Long.parseLong(pid), running.pid("postgres"));
  }

  private static void compare(
      Map<String, SignInLoad> products, int atOnce, int signIns, int rounds) {
    Map<String, List<Load>> lines = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      products.forEach((name, product) -> {
        Load load = product.run(atOnce, signIns);
        System.out.printf("%-10s %s%n", name, load);
        lines.computeIfAbsent(name, _ -> new ArrayList<>()).add(load);
      });
    }
    List<Load> ours = lines.values().iterator().next();
    lines.forEach((name, loads) ->
        System.out.printf(
            Locale.ROOT,
            "median of %d at %d at once: %-10s CPU-ms %.2f (%.1f times ours)  p50 %.1f (%.1f)"
                + "  p99 %.1f (%.1f)%n",
            rounds,
            atOnce,
            name,
            median(loads, Load::cpu),
            median(loads, Load::cpu) / median(ours, Load::cpu),
            median(loads, load -> load.durations().percentile(0.50)),
            median(loads, load -> load.durations().percentile(0.50))
                / median(ours, load -> load.durations().percentile(0.50)),
            median(loads, load -> load.durations().percentile(0.99)),
            median(loads, load -> load.durations().percentile(0.99))
                / median(ours, load -> load.durations().percentile(0.99))));
  }

  private static double median(List<Load> loads, ToDoubleFunction<Load> figure) {
    return Figures.of(loads.stream().mapToDouble(figure).toArray()).percentile(0.50);
  }
}
