package dev.gatehouse.verification.check;

import dev.gatehouse.verification.domain.CheckOutcome;
import dev.gatehouse.verification.domain.FoundRecord;
import java.util.List;

/** What one check came to. Only {@link Proven} proves anything, only it changes who owns a name. */
sealed interface CheckVerdict {

  /** The whole value stands at the challenge's host. */
  record Proven(List<FoundRecord> found) implements CheckVerdict {}

  /** DNS says that there is nothing of ours, neither there nor where it is put by mistake. */
  record NotPublished(String explanation) implements CheckVerdict {}

  /** Something is published, but not the value at the host; {@code mistake} says which mistake. */
  record Mismatched(CheckOutcome mistake, String explanation, List<FoundRecord> found)
      implements CheckVerdict {}

  /** Too few resolvers see the record to believe it, and too many to say that it is not there. */
  record Disputed(String explanation, List<FoundRecord> found) implements CheckVerdict {}

  /** DNS did not answer. That says nothing about the record, for or against. */
  record LookupFailed(String explanation) implements CheckVerdict {}
}
