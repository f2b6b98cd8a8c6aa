package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.accepted;
import static dev.gatehouse.saml.fixtures.Judge.expecting;
import static dev.gatehouse.saml.fixtures.Judge.judge;
import static dev.gatehouse.saml.fixtures.Judge.rejected;
import static dev.gatehouse.saml.fixtures.ResponseText.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeAndStatusRefusalsTest {

  private final ResponseText text = new ResponseText();

  private SamlVerdict judged() {
    return judge(new Signing(Judge.KEY).sign(text.response(), true, true));
  }

  @Test
  void rejectsConditionsThatAreOver() {
    text.notOnOrAfter = Optional.of(NOW.minus(Duration.ofMinutes(3)));
    rejected(judged(), ReasonCode.EXPIRED);
  }

  @Test
  void toleratesAClockThatIsAlmostThreeMinutesOff() {
    text.notOnOrAfter = Optional.of(NOW.minusSeconds(179));
    text.confirmationEnd = Optional.of(NOW.minusSeconds(179));
    accepted(judged());
  }

  @Test
  void rejectsAConfirmationThatIsOver() {
    text.confirmationEnd = Optional.of(NOW.minusSeconds(181));
    rejected(judged(), ReasonCode.EXPIRED);
  }

  @Test
  void rejectsConditionsThatBeginLater() {
    text.notBefore = Optional.of(NOW.plusSeconds(181));
    rejected(judged(), ReasonCode.NOT_YET_VALID);
  }

  @Test
  void toleratesConditionsThatBeginAMomentLater() {
    text.notBefore = Optional.of(NOW.plusSeconds(180));
    accepted(judged());
  }

  @Test
  void rejectsAnAuthenticationThatIsStillToComeInAnyStatement() {
    String past = ResponseText.authnStatement(NOW.minusSeconds(20), "");
    String future = ResponseText.authnStatement(NOW.plusSeconds(181), "");
    for (String statements : List.of(future, past + future, future + past)) {
      text.authnStatement = statements;
      rejected(judged(), ReasonCode.NOT_YET_VALID);
    }
  }

  @Test
  void rejectsAMessageFromTheFuture() {
    text.issued = NOW.plusSeconds(240);
    rejected(judged(), ReasonCode.NOT_YET_VALID, ReasonCode.NOT_YET_VALID);
  }

  @Test
  void rejectsASessionThatIsOver() {
    text.authnStatement =
        ResponseText.authnStatement(
            NOW.minusSeconds(20), " SessionNotOnOrAfter=\"" + NOW.minusSeconds(181) + "\"");
    rejected(judged(), ReasonCode.SESSION_EXPIRED);
  }

  @Test
  void rejectsAnAssertionWithoutAuthentication() {
    text.authnStatement = "";
    rejected(judged(), ReasonCode.AUTHN_STATEMENT_MISSING);
  }

  @Test
  void verifiesThatAFreshSignInTookPlace() {
    text.authnStatement = ResponseText.authnStatement(NOW.minus(Duration.ofHours(2)), "");
    var verdict =
        judge(
            new Signing(Judge.KEY).sign(text.response(), true, true),
            expecting().authnNotBefore(NOW.minusSeconds(60)));
    rejected(verdict, ReasonCode.AUTHENTICATION_TOO_OLD);
  }

  @Test
  void acceptsAFreshSignIn() {
    var verdict =
        judge(
            new Signing(Judge.KEY).sign(text.response(), true, true),
            expecting().authnNotBefore(NOW.minusSeconds(60)));
    accepted(verdict);
  }

  @Test
  void rejectsAConditionThatNobodyKnows() {
    text.conditions +=
        "<saml:Condition xmlns:del=\"urn:oasis:names:tc:SAML:2.0:conditions:delegation\""
            + " xsi:type=\"del:DelegationRestrictionType\"><del:Delegate>"
            + "<saml:NameID>proxy</saml:NameID></del:Delegate></saml:Condition>";
    rejected(judged(), ReasonCode.CONDITIONS_UNKNOWN);
  }

  @Test
  void acceptsOneTimeUseAndProxyRestriction() {
    text.conditions += "<saml:OneTimeUse/><saml:ProxyRestriction Count=\"0\"/>";
    accepted(judged());
  }

  @Test
  void tellsWhatTheIdentityProviderSaid() {
    text.status =
        "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\">"
            + "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:AuthnFailed\"/>"
            + "</samlp:StatusCode><samlp:StatusMessage>AADSTS75011</samlp:StatusMessage>";
    var rejected = rejected(judge(text.response("")), ReasonCode.STATUS_NOT_SUCCESS);

    assertThat(rejected.reasons().getFirst().received())
        .contains("status:Responder")
        .contains("status:AuthnFailed")
        .endsWith(": AADSTS75011");
    assertThat(rejected.seen()).isEmpty();
  }

  @Test
  void rejectsAnErrorThatCarriesAnAssertionAnyway() {
    text.status = "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\"/>";
    rejected(judged(), ReasonCode.STATUS_NOT_SUCCESS);
  }

  @Test
  void readsTimesWithFractionsOffsetsAndWithoutZone() {
    String xml =
        text.response()
            .replace(
                "NotBefore=\"2026-11-20T09:59:55Z\"", "NotBefore=\"2026-11-20T09:59:55.1234567Z\"")
            .replace(
                "NotOnOrAfter=\"2026-11-20T11:00:00Z\"",
                "NotOnOrAfter=\"2026-11-20T12:00:00+01:00\"")
            .replace(
                "AuthnInstant=\"2026-11-20T09:59:40Z\"", "AuthnInstant=\"2026-11-20T09:59:40\"");
    var accepted = accepted(judge(new Signing(Judge.KEY).sign(xml, true, false)));
    assertThat(accepted.authenticatedAt()).isEqualTo(NOW.minusSeconds(20));
  }

  @Test
  void readsEveryMidnightAndTimesFinerThanNanoseconds() {
    String xml =
        text.response()
            .replace("NotBefore=\"2026-11-20T09:59:55Z\"", "NotBefore=\"2026-11-19T24:00:00\"")
            .replace(
                "NotOnOrAfter=\"2026-11-20T11:00:00Z\"",
                "NotOnOrAfter=\"2026-11-20T24:00:00+01:00\"")
            .replace(
                "AuthnInstant=\"2026-11-20T09:59:40Z\"",
                "AuthnInstant=\"2026-11-20T09:59:40.000000000123Z\"");
    var accepted = accepted(judge(new Signing(Judge.KEY).sign(xml, true, false)));
    assertThat(accepted.authenticatedAt()).isEqualTo(NOW.minusSeconds(20));
  }
}
