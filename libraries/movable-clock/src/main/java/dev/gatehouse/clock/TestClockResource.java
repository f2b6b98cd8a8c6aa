package dev.gatehouse.clock;

import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Moves the service's clock for end-to-end tests; a 404 wherever the clock is not movable. */
@Path("/test/clock")
class TestClockResource {

  /**
   * How far the clock is from system time, ISO-8601, for example {@code PT25H} or {@code -PT1M}.
   */
  record Shift(Duration offset) {}

  private final ClockProducer clocks;

  TestClockResource(ClockProducer clocks) {
    this.clocks = clocks;
  }

  @PUT
  @Operation(hidden = true)
  public void shift(Shift shift) {
    requireMovable();
    clocks.movableClock().shiftTo(shift.offset());
  }

  @DELETE
  @Operation(hidden = true)
  public void reset() {
    requireMovable();
    clocks.movableClock().shiftTo(Duration.ZERO);
  }

  private void requireMovable() {
    if (!clocks.isMovable()) {
      throw Problems.of(ProblemCode.NOT_FOUND);
    }
  }
}
