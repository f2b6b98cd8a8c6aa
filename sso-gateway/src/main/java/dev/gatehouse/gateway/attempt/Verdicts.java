package dev.gatehouse.gateway.attempt;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.sealing.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Seals verdicts for the time between the answer and the browser's return: they name people. */
@ApplicationScoped
public class Verdicts {

  private final Seal seal;
  private final ObjectMapper json;

  Verdicts(@Named("own") Seal seal, ObjectMapper json) {
    this.seal = seal;
    this.json = json;
  }

  /** The stored form; opens for this attempt only. */
  public String seal(Attempt attempt, Verdict verdict) {
    try {
      return seal.seal(json.writerFor(Verdict.class).writeValueAsBytes(verdict), context(attempt));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #seal} gave. */
  public Verdict open(Attempt attempt, String sealed) {
    try {
      return json.readValue(seal.open(sealed, context(attempt)), Verdict.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String context(Attempt attempt) {
    return attempt.id() + "/verdict";
  }
}
