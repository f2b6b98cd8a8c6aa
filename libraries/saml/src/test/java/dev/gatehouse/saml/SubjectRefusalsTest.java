package dev.gatehouse.saml;

import static dev.gatehouse.saml.fixtures.Judge.accepted;
import static dev.gatehouse.saml.fixtures.Judge.expecting;
import static dev.gatehouse.saml.fixtures.Judge.judge;
import static dev.gatehouse.saml.fixtures.Judge.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.Signing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectRefusalsTest {

  private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
  private static final String MICROSOFT = "http://schemas.microsoft.com/identity/claims/";
  private final ResponseText text = new ResponseText();

  private SamlVerdict judged(Expectations.Builder expected) {
    return judge(new Signing(Judge.KEY).sign(text.response(), true, false), expected);
  }

  private SamlVerdict judged() {
    return judged(expecting());
  }

  @Test
  void rejectsATransientNameId() {
    text.nameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    rejected(judged(), ReasonCode.SUBJECT_TRANSIENT);
  }

  @Test
  void aTransientNameIdDoesNotMatterWhereAnAttributeNamesThePerson() {
    text.nameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    text.attributes.put("uid", List.of("alice-17"));
    var accepted = accepted(judged(expecting().subjectSource(new SubjectSource.Attribute("uid"))));
    assertThat(accepted.subject().subjectKey()).isEqualTo("alice-17");
  }

  @Test
  void rejectsAnEmptyNameId() {
    text.nameId = " ";
    rejected(judged(), ReasonCode.SUBJECT_MISSING);
  }

  @Test
  void rejectsASubjectWithoutNameId() {
    text.subjectName = Optional.of("");
    rejected(judged(), ReasonCode.SUBJECT_MISSING);
  }

  @Test
  void rejectsASubjectAttributeWithTwoValues() {
    text.attributes.put("uid", List.of("alice-17", "bob-18"));
    rejected(
        judged(expecting().subjectSource(new SubjectSource.Attribute("uid"))),
        ReasonCode.SUBJECT_AMBIGUOUS);
  }

  @Test
  void namesAPersonByEntraTenantAndObject() {
    text.attributes.put(MICROSOFT + "tenantid", List.of("AAAA"));
    text.attributes.put(MICROSOFT + "objectidentifier", List.of("BBBB"));
    var accepted = accepted(judged(expecting().subjectSource(new SubjectSource.EntraObjectId())));
    assertThat(accepted.subject().subjectKey()).isEqualTo("aaaa/bbbb");
  }

  @Test
  void rejectsAnEntraResponseWithoutObject() {
    text.attributes.put(MICROSOFT + "tenantid", List.of("AAAA"));
    rejected(
        judged(expecting().subjectSource(new SubjectSource.EntraObjectId())),
        ReasonCode.SUBJECT_MISSING);
  }

  @Test
  void rejectsTheAddressOfAnotherOrganization() {
    text.attributes.put("email", List.of("ceo@victim.example"));
    var rejected = rejected(judged(), ReasonCode.EMAIL_DOMAIN_NOT_VERIFIED);
    assertThat(rejected.reasons().getFirst().received()).isEqualTo("victim.example");
    assertThat(rejected.reasons().getFirst().expected()).isEqualTo("example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice@example.com.evil.example",
        "alice@sub.example.com",
        "alice@notexample.com",
        "alice@evil.example#example.com"
      })
  void rejectsDomainsThatOnlyLookLikeOurs(String email) {
    text.attributes.put("email", List.of(email));
    assertThat(judged()).isInstanceOf(SamlVerdict.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice@evil.example@example.com",
        "\"alice@evil.example\"@example.com",
        "alice@example.com, bob@example.com",
        "alice @example.com",
        "@example.com",
        "alice",
        "Alice &lt;alice@example.com&gt;",
        "alice\u200b@example.com",
        "alice\u00a0@example.com",
        "alice@example.com\u2028",
        "al\u0130ce@example.com",
        "\u212aim@example.com",
        "alice\uff20evil.example@example.com",
        "alice@example.com."
      })
  void rejectsAddressesWithTwoReadings(String email) {
    text.attributes.put("email", List.of(email));
    rejected(judged(), ReasonCode.EMAIL_INVALID);
  }

  /** XML cannot carry it, JSON can. */
  @Test
  void anAddressWithAControlCharacterIsNotTheOneWithout() {
    assertThat(EmailAddress.parse("alice@example.com\u0001")).isEmpty();
  }

  /** Everybody may post this much to the sign-in page; without a limit it would take minutes. */
  @Test
  void halfAMillionBlanksAreNotLookedThrough() {
    assertThat(EmailAddress.parse(" ".repeat(500_000) + "alice@example.com")).isEmpty();
    assertThat(EmailAddress.parse("alice" + " ".repeat(500_000) + "@example.com")).isEmpty();
    assertThat(EmailAddress.parse("\n  alice@example.com \t").map(EmailAddress::value))
        .contains("alice@example.com");
  }

  @Test
  void acceptsAnApostrophe() {
    text.attributes.put("email", List.of("o'brien@example.com"));
    accepted(judged());
  }

  @Test
  void comparesDomainsWithoutRegardToCase() {
    text.attributes.put("email", List.of("Alice@EXAMPLE.com"));
    accepted(judged());
  }

  @Test
  void comparesInternationalDomainsByTheirALabel() {
    text.attributes.put("email", List.of("alice@bücher.example"));
    accepted(judged(expecting().emailDomains(EmailDomains.only(List.of("xn--bcher-kva.example")))));
  }

  @Test
  void doesNotFoldTheSharpS() {
    text.attributes.put("email", List.of("alice@straße.example"));
    rejected(
        judged(expecting().emailDomains(EmailDomains.only(List.of("strasse.example")))),
        ReasonCode.EMAIL_INVALID);
  }

  @Test
  void doesNotFoldTheKelvinSign() {
    text.attributes.put("email", List.of("alice@\u212aindly.example"));
    rejected(
        judged(expecting().emailDomains(EmailDomains.only(List.of("kindly.example")))),
        ReasonCode.EMAIL_INVALID);
    text.attributes.put("email", List.of("alice@\u212bngstrom.example"));
    rejected(
        judged(expecting().emailDomains(EmailDomains.only(List.of("\u00e5ngstrom.example")))),
        ReasonCode.EMAIL_INVALID);
  }

  @Test
  void saysThatAGuestAccountWasUsed() {
    text.attributes.put("email", List.of("bob_home.example#EXT#@inviting.onmicrosoft.com"));
    var rejected = rejected(judged(), ReasonCode.EMAIL_DOMAIN_NOT_VERIFIED);
    assertThat(rejected.reasons().getFirst().text()).contains("guest");
  }

  @Test
  void fallsBackToANameIdThatIsAnAddress() {
    text.attributes.clear();
    assertThat(accepted(judged()).subject().email()).contains("alice@example.com");
  }

  @Test
  void listsTheReceivedAttributesWhenThereIsNoAddress() {
    text.attributes.clear();
    text.attributes.put("userMail", List.of("alice@example.com"));
    text.nameId = "u-17";
    text.nameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    var rejected = rejected(judged(), ReasonCode.EMAIL_MISSING);
    assertThat(rejected.reasons().getFirst().received()).contains("userMail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail",
        "Email",
        "emailAddress",
        CLAIMS + "emailaddress",
        "urn:oid:0.9.2342.19200300.100.1.3"
      })
  void findsTheAddressUnderEveryUsualName(String name) {
    text.attributes.clear();
    text.attributes.put(name, List.of("bob@example.com"));
    assertThat(accepted(judged()).subject().email()).contains("bob@example.com");
  }

  @Test
  void anEmptySetOfDomainsLetsNobodyIn() {
    rejected(
        judged(expecting().emailDomains(EmailDomains.only(List.of()))),
        ReasonCode.EMAIL_DOMAIN_NOT_VERIFIED);
  }
}
