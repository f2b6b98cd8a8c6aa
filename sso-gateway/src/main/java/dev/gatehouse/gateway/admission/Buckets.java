package dev.gatehouse.gateway.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Token buckets by name, in bounded memory. */
final class Buckets {

  private static final double MILLIS = 1_000;

  private final int perSecond;
  private final int burst;
  private final Map<String, Bucket> buckets;

  Buckets(int perSecond, int burst, int bound) {
    this.perSecond = perSecond;
    this.burst = burst;
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

  /** Takes a token, or says how long it takes until there is one. */
  synchronized Optional<Duration> take(String name, Instant now) {
    Bucket bucket = buckets.getOrDefault(name, new Bucket(burst, now));
    double passed = Math.max(0, Duration.between(bucket.at(), now).toMillis()) / MILLIS;
    double tokens = Math.min(burst, bucket.tokens() + passed * perSecond);
    boolean allowed = tokens >= 1;
    buckets.put(name, new Bucket(allowed ? tokens - 1 : tokens, now));
    return allowed
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) Math.ceil((1 - tokens) * MILLIS / perSecond)));
  }

  synchronized int remembered() {
    return buckets.size();
  }
}
