package dev.gatehouse.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.domain.Challenge;
import dev.gatehouse.verification.domain.CheckOutcome;
import dev.gatehouse.verification.domain.FoundRecord;
import dev.gatehouse.verification.name.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightingTest {

  private static final String HOST = "_gatehouse-challenge.acme.example";
  private static final String VALUE =
      "gatehouse-domain-verification=abcdefghijklmnopqrstuvwxyz234567";
  private static final Sighting SIGHTING =
      new Sighting(
          new Challenge(
              new DomainName("acme.example"), HOST, VALUE, Instant.parse("2026-12-06T09:00:00Z")));

  private static CheckVerdict published(String... values) {
    return SIGHTING.atHost(new TxtAnswer.Published(List.of(values)));
  }

  private static CheckVerdict.Mismatched mismatched(CheckVerdict verdict) {
    assertThat(verdict).isInstanceOf(CheckVerdict.Mismatched.class);
    return (CheckVerdict.Mismatched) verdict;
  }

  @Test
  void theWholeValueProves() {
    assertThat(published(VALUE)).isInstanceOf(CheckVerdict.Proven.class);
  }

  @Test
  void otherRecordsBesideItDoNoHarm() {
    assertThat(published("v=spf1 -all", "", VALUE, "gatehouse-domain-verification=other"))
        .isInstanceOf(CheckVerdict.Proven.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"" + VALUE + "\"",
        "'" + VALUE + "'",
        " " + VALUE + " ",
        "\\\"" + VALUE + "\\\"",
        "\u00e2\u0080\u009c" + VALUE + "\u00e2\u0080\u009d"
      })
  void quotesInTheValueAreExplained(String value) {
    assertThat(mismatched(published(value)).mistake()).isEqualTo(CheckOutcome.QUOTES_INCLUDED);
  }

  @Test
  void anotherValueIsShown() {
    var verdict = mismatched(published("v=spf1 -all"));

    assertThat(verdict.mistake()).isEqualTo(CheckOutcome.DIFFERENT_VALUE);
    assertThat(verdict.found()).containsExactly(new FoundRecord(HOST, "v=spf1 -all"));
  }

  private static final TxtAnswer YES = new TxtAnswer.Published(List.of(VALUE));
  private static final TxtAnswer NO = new TxtAnswer.NothingThere();
  private static final TxtAnswer SILENCE = new TxtAnswer.NoAnswer("it did not answer.");

  @Test
  void ofSeveralResolversTwoHaveToAgreeAndTheOnlyOneDecides() {
    assertThat(SIGHTING.atHost(List.of(YES))).isInstanceOf(CheckVerdict.Proven.class);
    assertThat(SIGHTING.atHost(List.of(YES, YES))).isInstanceOf(CheckVerdict.Proven.class);
    assertThat(SIGHTING.atHost(List.of(SILENCE, YES, YES))).isInstanceOf(CheckVerdict.Proven.class);
    assertThat(SIGHTING.atHost(List.of(YES, NO))).isInstanceOf(CheckVerdict.Disputed.class);
    assertThat(SIGHTING.atHost(List.of(NO, YES, NO))).isInstanceOf(CheckVerdict.Disputed.class);
    assertThat(SIGHTING.atHost(List.of(YES, SILENCE)))
        .isInstanceOf(CheckVerdict.LookupFailed.class);
  }

  @Test
  void thatARecordIsGoneTwoHaveToSayToo() {
    assertThat(SIGHTING.atHost(List.of(NO))).isInstanceOf(CheckVerdict.NotPublished.class);
    assertThat(SIGHTING.atHost(List.of(NO, SILENCE, NO)))
        .isInstanceOf(CheckVerdict.NotPublished.class);
    assertThat(SIGHTING.atHost(List.of(NO, SILENCE))).isInstanceOf(CheckVerdict.LookupFailed.class);
    assertThat(SIGHTING.atHost(List.of())).isInstanceOf(CheckVerdict.LookupFailed.class);
  }

  @Test
  void anAliasIsNamedWithWhatStandsWhereItLeads() {
    var answer = new TxtAnswer.Published(List.of("v=spf1 -all"), Optional.of("else.example"));

    var verdict = mismatched(SIGHTING.atHost(answer));

    assertThat(verdict.mistake()).isEqualTo(CheckOutcome.ALIASED);
    assertThat(verdict.found())
        .containsExactly(
            new FoundRecord(HOST, "CNAME else.example"),
            new FoundRecord("else.example", "v=spf1 -all"));
  }

  @Test
  void theValueOfAnotherClaimIsCalledThat() {
    var verdict = mismatched(published("gatehouse-domain-verification=aaaaaaaaaaaaaaaaaaaaaaaa"));

    assertThat(verdict.explanation()).contains("another organization");
  }

  @Test
  void hugeAndUnprintableAnswersAreShownShort() {
    String[] many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "\u0007" + "x".repeat(5_000))
            .toArray(String[]::new);

    var found = mismatched(published(many)).found();

    assertThat(found).hasSize(10);
    assertThat(found.getFirst().value()).startsWith("?x").hasSizeLessThan(250);
  }

  @Test
  void silenceIsNotAbsence() {
    assertThat(SIGHTING.atHost(new TxtAnswer.NoAnswer("it did not answer.")))
        .isInstanceOf(CheckVerdict.LookupFailed.class);
    assertThat(SIGHTING.atHost(new TxtAnswer.NothingThere()))
        .isInstanceOf(CheckVerdict.NotPublished.class);
  }

  @Test
  void theDoubledNameIsExplained() {
    var verdict =
        SIGHTING.atDoubledName(
            HOST + ".acme.example", new TxtAnswer.Published(List.of("\"" + VALUE + "\"")));

    assertThat(verdict.map(SightingTest::mismatched).map(CheckVerdict.Mismatched::mistake))
        .contains(CheckOutcome.DOUBLED_NAME);
  }

  @Test
  void aWildcardAtTheDoubledNameIsNotTakenForAMistake() {
    assertThat(
            SIGHTING.atDoubledName(
                HOST + ".acme.example", new TxtAnswer.Published(List.of("v=spf1 -all"))))
        .isEqualTo(Optional.empty());
  }

  @Test
  void theApexIsExplained() {
    var verdict = SIGHTING.atApex(new TxtAnswer.Published(List.of("v=spf1 -all", VALUE)));

    assertThat(verdict.map(SightingTest::mismatched).map(CheckVerdict.Mismatched::mistake))
        .contains(CheckOutcome.AT_APEX);
  }
}
