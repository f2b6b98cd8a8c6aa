package dev.gatehouse.intake;

import java.util.Comparator;

/** Epoch first (a restore from backup raises it), then version. Consumers apply only the newer. */
public record StateVersion(long epoch, long version) implements Comparable<StateVersion> {

  private static final Comparator<StateVersion> ORDER =
      Comparator.comparingLong(StateVersion::epoch).thenComparingLong(StateVersion::version);

  @Override
  public int compareTo(StateVersion other) {
    return ORDER.compare(this, other);
  }

  public boolean isNewerThan(StateVersion other) {
    return compareTo(other) > 0;
  }
}
