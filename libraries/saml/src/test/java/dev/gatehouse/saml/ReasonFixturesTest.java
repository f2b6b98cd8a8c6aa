package dev.gatehouse.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ReasonFixtures;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason can really be provoked. */
class ReasonFixturesTest {

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void itsFixtureProvokesIt(ReasonCode code) {
    var verdict = ReasonFixtures.of(code).judged();

    assertThat(verdict).as(() -> Judge.describe(verdict)).isInstanceOf(SamlVerdict.Rejected.class);
    var codes = ((SamlVerdict.Rejected) verdict).reasons().stream().map(Reason::code).toList();
    assertThat(codes)
        .isEqualTo(
            code == ReasonCode.SUBJECT_CONFIRMATION_MISSING
                ? List.of(code, ReasonCode.IN_RESPONSE_TO_MISMATCH)
                : List.of(code));
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void aFailedCheckGoesWithIt(ReasonCode code) {
    var rejected = (SamlVerdict.Rejected) ReasonFixtures.of(code).judged();

    assertThat(rejected.checks())
        .filteredOn(check -> check.outcome() == CheckOutcome.FAILED)
        .isNotEmpty();
  }
}
