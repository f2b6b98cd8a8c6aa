package dev.gatehouse.gateway.discover;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often one client address may ask who is a customer, here or at the sign-in page: a token
 * bucket per address, in bounded memory. Each replica counts for itself.
 */
@Singleton
public class CallRate {

  private static final int IPV6_NETWORK_BYTES = 8;

  private final int burst;
  private final int perSecond;
  private final Clock clock;
  private final Map<String, Bucket> buckets;

  CallRate(DiscoverConfig config, Clock clock) {
    this.burst = config.burst();
    this.perSecond = config.perSecond();
    this.clock = clock;
    int bound = config.addresses();
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > bound;
          }
        };
  }

  private record Bucket(double tokens, Instant at) {}

  /** Takes a token, or says how long to wait for one. */
  public synchronized Optional<Duration> take(String address) {
    Instant now = clock.instant();
    String key = key(address);
    Bucket bucket = buckets.getOrDefault(key, new Bucket(burst, now));
    double passed = Math.max(0, Duration.between(bucket.at(), now).toMillis()) / 1_000.0;
    double tokens = Math.min(burst, bucket.tokens() + passed * perSecond);
    boolean allowed = tokens >= 1;
    buckets.put(key, new Bucket(allowed ? tokens - 1 : tokens, now));
    return allowed
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) Math.ceil((1 - tokens) * 1_000 / perSecond)));
  }

  /** Whoever has one IPv6 address has a network of them. */
  private static String key(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
