package dev.gatehouse.verification.running;

import dev.gatehouse.verification.check.dns.TestDns;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Two name servers for all tests, which use different names; and a server that is less patient. */
public final class DnsOfTheTest implements QuarkusTestResourceLifecycleManager {

  public static final TestDns DNS = new TestDns();

  /** Says the same, until a test makes it say something else. */
  public static final TestDns SECOND = new TestDns(DNS);

  @Override
  public Map<String, String> start() {
    return Map.of(
        "gatehouse.dns.resolvers", DNS.address() + "," + SECOND.address(),
        "gatehouse.dns.timeout", "500ms",
        "gatehouse.dns.rounds", "1",
        "gatehouse.challenge.first-check", "1s",
        "gatehouse.check.soonest", "1s",
        "gatehouse.live.streams-per-caller", "5",
        "gatehouse.live.tick", "100ms",
        "gatehouse.live.heartbeat", "300ms");
  }

  @Override
  public void stop() {
    DNS.close();
    SECOND.close();
  }
}
