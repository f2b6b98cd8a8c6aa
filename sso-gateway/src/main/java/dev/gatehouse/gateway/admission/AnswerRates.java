package dev.gatehouse.gateway.admission;

import dev.gatehouse.ids.Id;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How many answers came lately, by connection and by sender. */
@Singleton
class AnswerRates {

  private final Clock clock;
  private final Buckets connections;
  private final Buckets senders;

  AnswerRates(AnswerLimits limits, Clock clock) {
    this.clock = clock;
    this.connections = new Buckets(limits.perSecond(), limits.burst(), limits.remembered());
    this.senders =
        new Buckets(
            limits.perSecondFromOneAddress(), limits.burstFromOneAddress(), limits.remembered());
  }

  /**
   * Counts an answer at a connection's own address, or says how long to wait. The sender first: who
   * sends too much must not use up what is left for the others.
   */
  Optional<Duration> take(String connection, String sender) {
    return takeOf(sender, connection).or(() -> connections.take(connection, clock.instant()));
  }

  /** Counts an answer of which nothing is known but the sender. */
  Optional<Duration> takeOf(String sender, String address) {
    return senders.take(address + " " + sender, clock.instant());
  }

  /** Counts an answer at an address of several connections, once it is known which it is for. */
  Optional<Duration> takeFor(Id connection) {
    return connections.take(connection.bare(), clock.instant());
  }
}
