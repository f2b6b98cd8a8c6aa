package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.accepted;
import static dev.gatehouse.saml.fixtures.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AcceptedResponsesTest {

  private final ResponseText text = new ResponseText();
  private final Signing signing = new Signing(Judge.KEY);

  @Test
  void acceptsASignedAssertion() {
    var accepted = accepted(judge(signing.sign(text.response(), true, false)));

    assertThat(accepted.subject().subjectKey()).isEqualTo("alice@example.com");
    assertThat(accepted.subject().nameIdFormat()).contains(ResponseText.EMAIL_FORMAT);
    assertThat(accepted.subject().email()).contains("alice@example.com");
    assertThat(accepted.subject().givenName()).contains("Alice");
    assertThat(accepted.subject().familyName()).contains("Liddell");
    assertThat(accepted.subject().groups()).containsExactly("engineering", "admins");
    assertThat(accepted.subject().attributes()).containsKeys("email", "firstName");
    assertThat(accepted.assertionId()).isEqualTo("_assertion1");
    assertThat(accepted.sessionIndex()).contains("_session1");
    assertThat(accepted.replayUntil()).isEqualTo(ResponseText.NOW.plus(Duration.ofMinutes(8)));
  }

  @Test
  void acceptsASignedResponseAroundAnUnsignedAssertion() {
    accepted(judge(signing.sign(text.response(), false, true)));
  }

  @Test
  void acceptsBothSignatures() {
    accepted(judge(signing.sign(text.response(), true, true)));
  }

  @Test
  void listsEveryCheckAsPassed() {
    var accepted = accepted(judge(signing.sign(text.response(), true, true)));

    assertThat(accepted.checks())
        .extracting(Check::outcome)
        .containsOnly(CheckOutcome.PASSED)
        .hasSize(CheckName.values().length - 1);
  }

  @Test
  void readsTheFormFieldWithLineBreaks() {
    byte[] xml = signing.sign(text.response(), true, false).getBytes(StandardCharsets.UTF_8);
    String form = Base64.getMimeEncoder().encodeToString(xml);

    var verdict =
        Judge.SAML.judge(
            UnverifiedResponse.fromForm(form), Judge.expecting().build(), ResponseText.NOW);

    accepted(verdict);
  }
}
