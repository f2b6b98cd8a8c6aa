package dev.gatehouse.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.domain.Challenge;
import dev.gatehouse.verification.name.DomainName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The attack: publish something that contains the value, or that the value contains, such as a
 * record that a form on the victim's site lets anybody influence.
 */
class TxtSubstringTest {

  private static final String VALUE =
      "gatehouse-domain-verification=abcdefghijklmnopqrstuvwxyz234567";
  private static final Challenge CHALLENGE =
      new Challenge(
          new DomainName("acme.example"),
          "_gatehouse-challenge.acme.example",
          VALUE,
          Instant.parse("2026-12-06T09:00:00Z"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        VALUE + "x",
        "x" + VALUE,
        "v=spf1 " + VALUE + " -all",
        VALUE + " " + VALUE,
        "gatehouse-domain-verification=abcdefghijklmnopqrstuvwxyz23456",
        "gatehouse-domain-verification=",
        "gatehouse-domain-verification",
        "abcdefghijklmnopqrstuvwxyz234567",
        "gatehouse-domain-verification=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
        "GATEHOUSE-DOMAIN-VERIFICATION=abcdefghijklmnopqrstuvwxyz234567",
        "gatehouse-domain-verification=*",
        "",
        VALUE + "\u0000",
        "\"" + VALUE + "\"",
        " " + VALUE
      })
  void onlyTheWholeStringProves(String published) {
    CheckVerdict verdict =
        new Sighting(CHALLENGE).atHost(new TxtAnswer.Published(List.of(published)));

    assertThat(verdict).isInstanceOf(CheckVerdict.Mismatched.class);
  }
}
