package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.accepted;
import static dev.gatehouse.saml.fixtures.Judge.expecting;
import static dev.gatehouse.saml.fixtures.Judge.judge;
import static dev.gatehouse.saml.fixtures.Judge.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProtocolRefusalsTest {

  private final ResponseText text = new ResponseText();

  private SamlVerdict judged() {
    return judge(signed());
  }

  private String signed() {
    return new Signing(Judge.KEY).sign(text.response(), true, true);
  }

  private String assertionSigned() {
    return new Signing(Judge.KEY).sign(text.response(), true, false);
  }

  @Test
  void rejectsAnAssertionOfAnotherIdentityProvider() {
    text.assertionIssuer = "https://idp.evil.example/saml";
    var rejected = rejected(judged(), ReasonCode.ISSUER_MISMATCH);

    assertThat(rejected.reasons().getFirst().expected()).isEqualTo(ResponseText.IDP);
    assertThat(rejected.reasons().getFirst().received()).isEqualTo(text.assertionIssuer);
  }

  @Test
  void rejectsAResponseOfAnotherIdentityProvider() {
    text.responseIssuer = Optional.of(ResponseText.IDP + "/");
    rejected(judged(), ReasonCode.ISSUER_MISMATCH);
  }

  @Test
  void toleratesAResponseWithoutIssuer() {
    text.responseIssuer = Optional.empty();
    accepted(judged());
  }

  @Test
  void rejectsAResponseSentToAnotherAddress() {
    text.destination = Optional.of(ResponseText.ACS + "/");
    rejected(judged(), ReasonCode.DESTINATION_MISMATCH);
  }

  @Test
  void rejectsASignedResponseThatDoesNotSayWhereItWasSent() {
    text.destination = Optional.empty();
    rejected(judged(), ReasonCode.DESTINATION_MISMATCH);
  }

  @Test
  void toleratesAMissingDestinationOfAnUnsignedResponse() {
    text.destination = Optional.empty();
    accepted(judge(assertionSigned()));
  }

  @Test
  void rejectsAWrongDestinationOfAnUnsignedResponse() {
    text.destination = Optional.of("https://other.example/acs");
    rejected(judge(assertionSigned()), ReasonCode.DESTINATION_MISMATCH);
  }

  @Test
  void comparesAddressesExactly() {
    text.destination = Optional.of(ResponseText.ACS.replace("/acs", "/ACS"));
    text.recipient = text.destination;
    rejected(judged(), ReasonCode.DESTINATION_MISMATCH, ReasonCode.RECIPIENT_MISMATCH);
  }

  @Test
  void rejectsAnAssertionMeantForAnotherServiceProvider() {
    text.conditions = ResponseText.audience("https://other.example/metadata");
    rejected(judged(), ReasonCode.AUDIENCE_MISMATCH);
  }

  @Test
  void rejectsAnAssertionWithoutAudience() {
    text.conditions = "";
    rejected(judged(), ReasonCode.AUDIENCE_MISMATCH);
  }

  @Test
  void rejectsAnAudienceThatOnlyBeginsLikeOurs() {
    text.conditions = ResponseText.audience(ResponseText.SP + "/other");
    rejected(judged(), ReasonCode.AUDIENCE_MISMATCH);
  }

  @Test
  void acceptsOneOfSeveralAudiences() {
    text.conditions = ResponseText.audience("https://other.example", ResponseText.SP);
    accepted(judged());
  }

  @Test
  void everyAudienceRestrictionHasToBeMet() {
    text.conditions =
        ResponseText.audience(ResponseText.SP) + ResponseText.audience("https://other.example");
    rejected(judged(), ReasonCode.AUDIENCE_MISMATCH);
  }

  @Test
  void rejectsAnotherRecipient() {
    text.recipient = Optional.of("https://sso.example.net/saml/con2/acs");
    rejected(judged(), ReasonCode.RECIPIENT_MISMATCH);
  }

  @Test
  void rejectsAMissingRecipient() {
    text.recipient = Optional.empty();
    rejected(judged(), ReasonCode.RECIPIENT_MISMATCH);
  }

  @Test
  void rejectsAnotherWayToConfirmTheSubject() {
    text.confirmationMethod = "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches";
    rejected(judged(), ReasonCode.SUBJECT_CONFIRMATION_MISSING, ReasonCode.IN_RESPONSE_TO_MISMATCH);
  }

  @Test
  void rejectsABearerConfirmationThatNeverEnds() {
    text.confirmationEnd = Optional.empty();
    rejected(judged(), ReasonCode.SUBJECT_CONFIRMATION_INVALID);
  }

  @Test
  void rejectsABearerConfirmationThatBeginsLater() {
    text.confirmationStart = Optional.of(ResponseText.NOW.minusSeconds(5));
    rejected(judged(), ReasonCode.SUBJECT_CONFIRMATION_INVALID);
  }

  @Test
  void rejectsTheAnswerToAnotherRequest() {
    text.responseInResponseTo = Optional.of("_request2");
    text.inResponseTo = Optional.of("_request2");
    rejected(judged(), ReasonCode.IN_RESPONSE_TO_MISMATCH);
  }

  @Test
  void rejectsAnAssertionThatAnswersAnotherRequestThanItsResponse() {
    text.inResponseTo = Optional.of("_request2");
    rejected(judged(), ReasonCode.IN_RESPONSE_TO_MISMATCH);
  }

  @Test
  void rejectsAConfirmationWithoutRequest() {
    text.inResponseTo = Optional.empty();
    rejected(judged(), ReasonCode.IN_RESPONSE_TO_MISMATCH);
  }

  @Test
  void rejectsAnUnsolicitedResponse() {
    text.inResponseTo = Optional.empty();
    text.responseInResponseTo = Optional.empty();
    rejected(judged(), ReasonCode.UNSOLICITED);
  }

  @Test
  void rejectsAnythingWhenNoRequestIsOpen() {
    var expected =
        Expectations.builder(ResponseText.SP, ResponseText.ACS, ResponseText.IDP)
            .trusted(expecting().build().trusted())
            .emailDomains(EmailDomains.any());
    rejected(judge(signed(), expected), ReasonCode.UNSOLICITED);
  }

  @Test
  void acceptsAnUnsolicitedResponseWhereItIsAllowed() {
    text.inResponseTo = Optional.empty();
    text.responseInResponseTo = Optional.empty();
    accepted(judge(signed(), unsolicited()));
  }

  @Test
  void anAnswerIsNotUnsolicited() {
    rejected(judge(signed(), unsolicited()), ReasonCode.IN_RESPONSE_TO_MISMATCH);
  }

  @Test
  void listsEveryReasonAtOnce() {
    text.recipient = Optional.of("https://other.example/acs");
    text.conditions = ResponseText.audience("https://other.example");
    text.notOnOrAfter = Optional.of(ResponseText.NOW.minusSeconds(600));
    var rejected =
        rejected(
            judged(),
            ReasonCode.AUDIENCE_MISMATCH,
            ReasonCode.RECIPIENT_MISMATCH,
            ReasonCode.EXPIRED);

    assertThat(rejected.seen().orElseThrow().email()).contains("alice@example.com");
  }

  private static Expectations.Builder unsolicited() {
    return Expectations.builder(ResponseText.SP, ResponseText.ACS, ResponseText.IDP)
        .trusted(expecting().build().trusted())
        .emailDomains(EmailDomains.any())
        .unsolicitedAllowed();
  }
}
