package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.LogoutText.SLO;
import static dev.gatehouse.saml.fixtures.LogoutText.expecting;
import static dev.gatehouse.saml.fixtures.LogoutText.judge;
import static dev.gatehouse.saml.fixtures.LogoutText.postedRequest;
import static dev.gatehouse.saml.fixtures.LogoutText.postedResponse;
import static dev.gatehouse.saml.fixtures.LogoutText.query;
import static dev.gatehouse.saml.fixtures.LogoutText.signed;
import static dev.gatehouse.saml.fixtures.LogoutText.signedQuery;
import static dev.gatehouse.saml.fixtures.LogoutText.statusCode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.CarelessVerifier;
import dev.gatehouse.saml.fixtures.Encrypting;
import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.LogoutText;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import dev.gatehouse.saml.fixtures.TestKey;
import dev.gatehouse.saml.fixtures.Xml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What single logout says in both directions, by both bindings. */
class LogoutMessagesTest {

  private static final String IDP_SLO = "https://idp.example.com/slo";
  private static final RequestSigningKey OURS =
      new RequestSigningKey(Judge.OURS.privateKey(), Judge.OURS.certificate());
  private static final LogoutSubject ALICE =
      new LogoutSubject("alice@example.com", Optional.of("urn:f"), List.of("s1", "s2"));

  private static LogoutMessage.Request request(RequestSigningKey key) {
    return new LogoutMessage.Request(
        "_r1",
        ResponseText.SP,
        IDP_SLO,
        ResponseText.NOW,
        ResponseText.NOW.plusSeconds(300),
        ALICE,
        Optional.of("relay & state"),
        key);
  }

  private static LogoutMessage.Response response(LogoutStatus status) {
    return new LogoutMessage.Response(
        "_a1", ResponseText.SP, IDP_SLO, ResponseText.NOW, "_m1", status, Optional.empty(), OURS);
  }

  /** The other side: an identity provider that judges what we send as strictly as we do. */
  private static LogoutExpectations asTheIdentityProvider(TestKey key) {
    return new LogoutExpectations(
        IDP_SLO,
        ResponseText.SP,
        List.of(key.trusted()),
        Policy.STRICT,
        List.of(),
        Duration.ZERO,
        Optional.of("_m1"));
  }

  @Test
  void aRequestSaysWhoseSessionsShallEnd() {
    for (var key : List.of(Judge.OURS, TestKey.ec("sp", 256))) {
      var message = request(new RequestSigningKey(key.privateKey(), key.certificate()));
      var byRedirect = UnverifiedLogout.fromQuery(Judge.SAML.logoutRedirect(message).getRawQuery());
      var byPost = UnverifiedLogout.requestFromForm(Judge.SAML.logoutPost(message));
      for (var sent : List.of(byRedirect, byPost)) {
        assertThat(judge(sent, asTheIdentityProvider(key)))
            .isEqualTo(new LogoutVerdict.Request("_r1", ALICE, ResponseText.NOW.plusSeconds(300)));
      }
    }
  }

  @Test
  void anAnswerSaysHowFarItGot() {
    for (LogoutStatus status : LogoutStatus.values()) {
      var byRedirect =
          UnverifiedLogout.fromQuery(Judge.SAML.logoutRedirect(response(status)).getRawQuery());
      var byPost = UnverifiedLogout.responseFromForm(Judge.SAML.logoutPost(response(status)));
      for (var sent : List.of(byRedirect, byPost)) {
        assertThat(judge(sent, asTheIdentityProvider(Judge.OURS)))
            .isEqualTo(new LogoutVerdict.Response(status));
      }
    }
  }

  @Test
  void aPostedMessageCarriesItsSignatureAndARedirectedOneDoesNot() {
    String posted =
        new String(
            Base64.getDecoder().decode(Judge.SAML.logoutPost(request(OURS))),
            StandardCharsets.UTF_8);
    assertThat(CarelessVerifier.accepts(posted, Judge.OURS)).isTrue();
    assertThat(Judge.SAML.logoutRedirect(request(OURS)).toString())
        .startsWith(IDP_SLO + "?SAMLRequest=")
        .containsSubsequence("&RelayState=relay+%26+state", "&SigAlg=", "&Signature=");
  }

  @Test
  void acceptsARequestOfTheIdentityProvider() {
    var text = new LogoutText();
    var expected =
        new LogoutVerdict.Request(
            "_m1",
            new LogoutSubject(
                LogoutText.NAME_ID,
                Optional.of("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
                List.of("s1")),
            ResponseText.NOW.plusSeconds(300).plus(Duration.ofMinutes(3)));

    assertThat(judge(postedRequest(signed(text.request(), new Signing(Judge.KEY)))))
        .isEqualTo(expected);
    for (String relayState : List.of("", "x y/z")) {
      String query = query("SAMLRequest", text.request(), relayState);
      assertThat(judge(UnverifiedLogout.fromQuery(signedQuery(query, Judge.KEY))))
          .isEqualTo(expected);
    }
  }

  @Test
  void readsTheNameOnlyItWasEncryptedFor() {
    var text = new LogoutText();
    text.subject =
        new Encrypting(Judge.OURS).element("EncryptedID", LogoutText.nameId("bob@example.com"));
    var verdict = judge(postedRequest(signed(text.request(), new Signing(Judge.KEY))));
    assertThat(((LogoutVerdict.Request) verdict).subject().nameId()).isEqualTo("bob@example.com");
  }

  @Test
  void aRequestWithoutAnEndIsRememberedForAWhile() {
    var text = new LogoutText();
    text.end = Optional.empty();
    text.sessionIndexes = List.of();
    var verdict = judge(postedRequest(signed(text.request(), new Signing(Judge.KEY))));
    assertThat(((LogoutVerdict.Request) verdict).replayUntil())
        .isEqualTo(text.issued.plus(Duration.ofMinutes(13)));
  }

  @Test
  void understandsAPartialLogout() {
    var text = new LogoutText();
    text.status = statusCode("Responder", statusCode("PartialLogout", ""));
    assertThat(judge(postedResponse(signed(text.response(), new Signing(Judge.KEY)))))
        .isEqualTo(new LogoutVerdict.Response(LogoutStatus.PARTIAL));
  }

  /** It signs in as sts.windows.net and answers a logout as login.microsoftonline.com. */
  @Test
  void acceptsTheOtherNameOfTheSameEntraTenantInAnAnswerOnly() {
    var expected =
        new LogoutExpectations(
            SLO,
            "https://sts.windows.net/t1/",
            List.of(Judge.KEY.trusted()),
            Policy.STRICT,
            List.of(),
            Duration.ZERO,
            Optional.of("_r1"));
    var text = new LogoutText();
    text.issuer = "https://login.microsoftonline.com/t1/";

    assertThat(judge(postedResponse(signed(text.response(), new Signing(Judge.KEY))), expected))
        .isEqualTo(new LogoutVerdict.Response(LogoutStatus.SUCCESS));
    assertThat(judge(postedRequest(signed(text.request(), new Signing(Judge.KEY))), expected))
        .isInstanceOf(LogoutVerdict.Rejected.class);
    text.issuer = "https://login.microsoftonline.com/t2/";
    assertThat(judge(postedResponse(signed(text.response(), new Signing(Judge.KEY))), expected))
        .isInstanceOf(LogoutVerdict.Rejected.class);
  }

  @Test
  void anEllipticSignatureCountsInBothOfItsEncodings() {
    var key = TestKey.ec("idp", 256);
    String algorithm = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    String query = query("SAMLRequest", new LogoutText().request(), "");
    for (String encoding : List.of("SHA256withECDSA", "SHA256withECDSAinP1363Format")) {
      String signed = signedQuery(query, key, algorithm, encoding);
      assertThat(judge(UnverifiedLogout.fromQuery(signed), expecting(Policy.STRICT, List.of(key))))
          .isInstanceOf(LogoutVerdict.Request.class);
    }
  }

  @Test
  void ourMetadataSaysWhereByBothBindings() {
    var us =
        new ServiceProvider(
            ResponseText.SP,
            ResponseText.ACS,
            Optional.of(SLO),
            false,
            List.of(Judge.OURS.certificate()),
            List.of());
    var document = Xml.parse(Judge.SAML.serviceProviderMetadata(us));
    var found =
        document.getElementsByTagNameNS(
            "urn:oasis:names:tc:SAML:2.0:metadata", "SingleLogoutService");
    assertThat(found.getLength()).isEqualTo(2);
    assertThat(Xml.write(document))
        .containsSubsequence(
            "bindings:HTTP-Redirect\" Location=\"" + SLO,
            "bindings:HTTP-POST\" Location=\"" + SLO,
            "AssertionConsumerService");
  }
}
