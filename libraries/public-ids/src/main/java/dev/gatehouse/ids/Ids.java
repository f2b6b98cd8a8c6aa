package dev.gatehouse.ids;

import com.github.f4b6a3.uuid.alt.GUID;
import java.time.Clock;
import java.util.UUID;

/** Makes new ids; the one producer of identifiers of a service. */
public final class Ids {

  private final Clock clock;

  public Ids(Clock clock) {
    this.clock = clock;
  }

  public Id next(IdKind kind) {
    return new Id(kind, nextUuid());
  }

  /** A bare UUIDv7, for event ids and rows that have no public name. */
  public UUID nextUuid() {
    return GUID.v7(clock.instant(), null).toUUID();
  }
}
