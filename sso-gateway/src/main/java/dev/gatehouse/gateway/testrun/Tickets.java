package dev.gatehouse.gateway.testrun;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.ids.Id;
import dev.gatehouse.sealing.Seal;
import dev.gatehouse.sealing.SealedUnreadable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Opens tickets. */
@Singleton
class Tickets {

  private final Seal seal;
  private final ObjectMapper json;
  private final Clock clock;

  Tickets(@Named("test-runs") Seal seal, ObjectMapper json, Clock clock) {
    this.seal = seal;
    this.json = json;
    this.clock = clock;
  }

  /** The ticket, if it is genuine, for this run and not expired. */
  Optional<Ticket> open(Id run, String sealed) {
    try {
      Ticket ticket = json.readValue(seal.open(sealed, "ticket/" + run), Ticket.class);
      return ticket.run().equals(run) && clock.instant().isBefore(ticket.expiresAt())
          ? Optional.of(ticket)
          : Optional.empty();
    } catch (SealedUnreadable | IOException notOurs) {
      return Optional.empty();
    }
  }
}
