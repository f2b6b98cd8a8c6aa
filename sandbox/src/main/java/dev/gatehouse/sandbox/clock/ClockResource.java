package dev.gatehouse.sandbox.clock;

import dev.gatehouse.sandbox.pages.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Moves the sandbox's clock, in the words in which the services' clocks are moved. */
@Path("/test/clock")
final class ClockResource {
  record Shift(@Nullable String offset) {}

  private final SandboxClock clock;

  ClockResource(SandboxClock clock) {
    this.clock = clock;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(204)
  public void shift(Shift shift) {
    try {
      clock.shiftTo(Duration.parse(String.valueOf(shift.offset())));
    } catch (DateTimeParseException e) {
      throw Refusal.badRequest("That is not an offset", "Write it as PT1H or -PT5M.");
    }
  }

  @DELETE
  @ResponseStatus(204)
  public void reset() {
    clock.shiftTo(Duration.ZERO);
  }
}
