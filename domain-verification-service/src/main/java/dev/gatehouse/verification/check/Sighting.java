package dev.gatehouse.verification.check;

import com.google.common.base.CharMatcher;
import dev.gatehouse.verification.domain.Challenge;
import dev.gatehouse.verification.domain.CheckOutcome;
import dev.gatehouse.verification.domain.FoundRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges the records that were read: the pure part of a check.
 *
 * @param challenge what should be there
 */
record Sighting(Challenge challenge) {

  private static final int MOST_SHOWN = 10;

  /** How many resolvers have to see a record, or to miss it, where there are so many. */
  private static final int ENOUGH = 2;

  /** The typographic quotes are there in UTF-8, one octet a character. */
  private static final CharMatcher QUOTES_AND_BLANKS =
      CharMatcher.anyOf("\"'`\\ \t\r\n\u00e2\u0080\u009c\u009d\u00a0\u00c2");

  /**
   * What the answers of all resolvers about the challenge's own host mean. One may lie or be lied
   * to, so two have to agree wherever there are two; that the record is gone, nobody may deny.
   */
  CheckVerdict atHost(List<TxtAnswer> answers) {
    int needed = Math.min(ENOUGH, answers.size());
    List<CheckVerdict> verdicts = answers.stream().map(this::atHost).toList();
    List<CheckVerdict> proofs = verdicts.stream().filter(Sighting::proves).toList();
    if (answers.isEmpty()) {
      return atHost(new TxtAnswer.NoAnswer("no DNS resolver is configured."));
    }
    if (proofs.size() >= needed) {
      return proofs.getFirst();
    }
    List<CheckVerdict> denials = verdicts.stream().filter(Sighting::denies).toList();
    if (!proofs.isEmpty() && !denials.isEmpty()) {
      return new CheckVerdict.Disputed(
          "Some DNS resolvers see the record at "
              + challenge.host()
              + " and some do not. A new record can take some hours to be seen everywhere; we keep"
              + " looking.",
          List.of(FoundRecord.shown(challenge.host(), challenge.value())));
    }
    return proofs.isEmpty() && denials.size() >= needed
        ? denials.getFirst()
        : verdicts.stream()
            .filter(CheckVerdict.LookupFailed.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  private static boolean proves(CheckVerdict verdict) {
    return verdict instanceof CheckVerdict.Proven;
  }

  private static boolean denies(CheckVerdict verdict) {
    return verdict instanceof CheckVerdict.NotPublished
        || verdict instanceof CheckVerdict.Mismatched;
  }

  /** What one resolver's answer means. */
  CheckVerdict atHost(TxtAnswer answer) {
    String host = challenge.host();
    return switch (answer) {
      case TxtAnswer.Published(List<String> values, Optional<String> alias) -> {
        if (values.stream().anyMatch(challenge::isMetBy)) {
          yield new CheckVerdict.Proven(List.of(FoundRecord.shown(host, challenge.value())));
        }
        yield alias.map(target -> aliased(target, values)).orElseGet(() -> different(values));
      }
      case TxtAnswer.NothingThere(Optional<String> alias) ->
          alias.map(target -> aliased(target, List.of())).orElseGet(this::nothing);
      case TxtAnswer.NoAnswer(String why) ->
          new CheckVerdict.LookupFailed(
              "We could not look up "
                  + host
                  + ": "
                  + why
                  + " This does not count against the record; we look again.");
    };
  }

  private CheckVerdict nothing() {
    return new CheckVerdict.NotPublished(
        "There is no TXT record at "
            + challenge.host()
            + ". A new record can take some minutes to be seen; we keep looking.");
  }

  /** Delegating a challenge by CNAME is legitimate; a forgotten one hides the record beside it. */
  private CheckVerdict aliased(String target, List<String> values) {
    String host = challenge.host();
    return new CheckVerdict.Mismatched(
        CheckOutcome.ALIASED,
        host
            + " is an alias (CNAME) of "
            + target
            + ", so a TXT record at it is not seen. Delete the CNAME record, or publish the value"
            + " at "
            + target
            + ".",
        Stream.concat(
                Stream.of(FoundRecord.shown(host, "CNAME " + target)),
                shown(target, values).stream())
            .toList());
  }

  private CheckVerdict different(List<String> values) {
    List<FoundRecord> found = shown(challenge.host(), values);
    if (values.stream().anyMatch(this::isMetWithoutQuotes)) {
      return new CheckVerdict.Mismatched(
          CheckOutcome.QUOTES_INCLUDED,
          "The record is there, but quotation marks or blanks became part of its value. Enter the"
              + " value without them.",
          found);
    }
    boolean ours = values.stream().anyMatch(value -> value.contains(Challenge.VALUE_PREFIX));
    return new CheckVerdict.Mismatched(
        CheckOutcome.DIFFERENT_VALUE,
        ours
            ? "A verification record is there, but it is not the one of this claim: it belongs to"
                + " an earlier claim or to another organization. Enter the value shown here,"
                + " beside the other or instead of it."
            : "There are TXT records at "
                + challenge.host()
                + ", but none has the value shown here. It must be the whole value of one record.",
        found);
  }

  /** What it means that the value stands at the name with the zone appended twice, if it does. */
  Optional<CheckVerdict> atDoubledName(String doubled, TxtAnswer answer) {
    return misplaced(
        answer,
        doubled,
        CheckOutcome.DOUBLED_NAME,
        "The record stands at "
            + doubled
            + ": the DNS console appended the domain by itself. Enter the host without the domain"
            + " at its end.");
  }

  /** What it means that the value stands at the domain itself, if it does. */
  Optional<CheckVerdict> atApex(TxtAnswer answer) {
    return misplaced(
        answer,
        challenge.domain().ascii(),
        CheckOutcome.AT_APEX,
        "The record stands at "
            + challenge.domain()
            + " itself. Move it to "
            + challenge.host()
            + ".");
  }

  private Optional<CheckVerdict> misplaced(
      TxtAnswer answer, String host, CheckOutcome mistake, String explanation) {
    return switch (answer) {
      case TxtAnswer.Published(List<String> values, Optional<String> alias)
          when values.stream().anyMatch(this::isMetWithoutQuotes) ->
          Optional.of(
              new CheckVerdict.Mismatched(
                  mistake,
                  explanation,
                  shown(host, values.stream().filter(this::isMetWithoutQuotes).toList())));
      case TxtAnswer.Published published -> Optional.empty();
      case TxtAnswer.NothingThere nothing -> Optional.empty();
      case TxtAnswer.NoAnswer noAnswer -> Optional.empty();
    };
  }

  private boolean isMetWithoutQuotes(String value) {
    return challenge.isMetBy(QUOTES_AND_BLANKS.trimFrom(value));
  }

  private static List<FoundRecord> shown(String host, List<String> values) {
    return values.stream().limit(MOST_SHOWN).map(value -> FoundRecord.shown(host, value)).toList();
  }
}
