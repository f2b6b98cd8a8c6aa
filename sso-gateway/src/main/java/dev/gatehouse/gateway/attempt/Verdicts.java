package dev.gatehouse.gateway.attempt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.gatehouse.sealing.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Seals verdicts for the time between the answer and the browser's return: they name people. */
@ApplicationScoped
public class Verdicts {

  private final Seal seal;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  Verdicts(@Named("own") Seal seal, ObjectMapper json) {
    this.seal = seal;
    this.writer = json.writerFor(Verdict.class);
    this.reader = json.readerFor(Verdict.class);
  }

  /** The stored form; opens for this attempt only. */
  public String seal(Attempt attempt, Verdict verdict) {
    try {
      return seal.seal(writer.writeValueAsBytes(kept(attempt, verdict)), context(attempt));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #seal} gave. */
  public Verdict open(Attempt attempt, String sealed) {
    try {
      return reader.readValue(seal.open(sealed, context(attempt)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Verdict kept(Attempt attempt, Verdict verdict) {
    return switch (attempt.purpose()) {
      case Purpose.SignIn _ ->
          verdict instanceof Verdict.Accepted accepted ? accepted.withoutChecks() : verdict;
      case Purpose.TestRun _ -> verdict;
    };
  }

  private static String context(Attempt attempt) {
    return attempt.id() + "/verdict";
  }
}
