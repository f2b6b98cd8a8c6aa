package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Names.ASSERTION;
import static dev.gatehouse.saml.opensaml.Names.PROTOCOL;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.LogoutExpectations;
import dev.gatehouse.saml.LogoutStatus;
import dev.gatehouse.saml.LogoutSubject;
import dev.gatehouse.saml.LogoutVerdict;
import dev.gatehouse.saml.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads a verified message of single logout and weighs what it says (SAML Profiles 4.4.4). */
final class LogoutReader {

  /** Through one browser, at once: nobody sends a logout request to be read tomorrow. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
  private static final String ENTRA_TOKENS = "https://sts.windows.net/";
  private static final String ENTRA_LOGOUT = "https://login.microsoftonline.com/";

  private final LogoutExpectations expected;
  private final Instant now;

  LogoutReader(LogoutExpectations expected, Instant now) {
    this.expected = expected;
    this.now = now;
  }

  LogoutVerdict request(Element request, Decryption decryption) throws Refusal {
    issuer(request, List.of(expected.idpEntityId()));
    destination(request);
    Instant end = validity(request);
    var indexes = new ArrayList<String>();
    for (var index : Elements.children(request, PROTOCOL, "SessionIndex")) {
      indexes.add(Elements.text(index));
    }
    var nameId = nameId(request, decryption);
    var subject =
        new LogoutSubject(
            Elements.text(nameId), Elements.attribute(nameId, "Format"), List.copyOf(indexes));
    if (subject.nameId().isEmpty()) {
      throw Refusal.of(CheckName.SUBJECT, ReasonCode.SUBJECT_MISSING, "a NameID", "");
    }
    return new LogoutVerdict.Request(
        Elements.attribute(request, "ID").orElseThrow(), subject, end.plus(expected.skew()));
  }

  LogoutVerdict response(Element response) throws Refusal {
    issuer(response, answeringIssuers());
    destination(response);
    var answers = Elements.attribute(response, "InResponseTo");
    if (expected.inResponseTo().isEmpty()) {
      throw Refusal.of(
          CheckName.IN_RESPONSE_TO,
          ReasonCode.UNSOLICITED,
          "an answer to a request of ours",
          answers.orElse(""));
    }
    if (!answers.equals(expected.inResponseTo())) {
      throw Refusal.of(
          CheckName.IN_RESPONSE_TO,
          ReasonCode.IN_RESPONSE_TO_MISMATCH,
          expected.inResponseTo().get(),
          answers.orElse(""));
    }
    return new LogoutVerdict.Response(status(response));
  }

  /** Entra signs in under one name and answers a logout under another. */
  private List<String> answeringIssuers() {
    String own = expected.idpEntityId();
    return own.startsWith(ENTRA_TOKENS)
        ? List.of(own, ENTRA_LOGOUT + own.substring(ENTRA_TOKENS.length()))
        : List.of(own);
  }

  // Profiles 4.4.4.1 and 4.4.4.2: the issuer must be there.
  private void issuer(Element message, List<String> accepted) throws Refusal {
    var issuer = Elements.child(message, ASSERTION, "Issuer");
    String received = issuer.isPresent() ? Elements.text(issuer.get()) : "";
    if (!accepted.contains(received)) {
      throw Refusal.of(
          CheckName.ISSUER, ReasonCode.ISSUER_MISMATCH, expected.idpEntityId(), received);
    }
  }

  // Bindings 3.4.5.2 and 3.5.5.2: a signed message must say where it was sent.
  private void destination(Element message) throws Refusal {
    var destination = Elements.attribute(message, "Destination");
    if (!destination.equals(Optional.of(expected.sloUrl()))) {
      throw Refusal.of(
          CheckName.DESTINATION,
          ReasonCode.DESTINATION_MISMATCH,
          expected.sloUrl(),
          destination.orElse(""));
    }
  }

  /** Until when it may be used: never longer than we want to remember it. */
  private Instant validity(Element request) throws Refusal {
    Instant issued = Times.required(request, "IssueInstant");
    if (issued.isAfter(now.plus(expected.skew()))) {
      throw Refusal.of(
          CheckName.VALIDITY,
          ReasonCode.NOT_YET_VALID,
          "at or before " + now,
          "IssueInstant = " + issued);
    }
    Instant latest = issued.plus(LONGEST);
    Instant end = Times.optional(request, "NotOnOrAfter").filter(latest::isAfter).orElse(latest);
    if (!end.isAfter(now.minus(expected.skew()))) {
      throw Refusal.of(
          CheckName.VALIDITY, ReasonCode.EXPIRED, "later than " + now, "NotOnOrAfter = " + end);
    }
    return end;
  }

  private static Element nameId(Element request, Decryption decryption) throws Refusal {
    var plain = Elements.child(request, ASSERTION, "NameID");
    if (plain.isPresent()) {
      return plain.get();
    }
    var encrypted = Elements.child(request, ASSERTION, "EncryptedID");
    if (encrypted.isEmpty()) {
      throw Refusal.of(CheckName.SUBJECT, ReasonCode.SUBJECT_MISSING, "a NameID", "none");
    }
    // The message is verified, so the ciphertext is signed.
    var document = decryption.open(encrypted.get(), true);
    Inspection.of(document);
    var root = document.getDocumentElement();
    if (!Elements.is(root, ASSERTION, "NameID")) {
      throw Refusal.of(
          CheckName.SIGNED_VALUES, ReasonCode.NOT_SCHEMA_VALID, "NameID", root.getNodeName());
    }
    return root;
  }

  private static LogoutStatus status(Element response) throws Refusal {
    var codes = ResponseReader.read(response, true).statusCodes();
    if (codes.contains(STATUS + "PartialLogout")) {
      return LogoutStatus.PARTIAL;
    }
    return codes.getFirst().equals(STATUS + "Success") ? LogoutStatus.SUCCESS : LogoutStatus.FAILED;
  }
}
