package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Names.ASSERTION;
import static dev.gatehouse.saml.opensaml.Names.PROTOCOL;
import static dev.gatehouse.saml.opensaml.Names.SIGNATURE;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.Expectations;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.SamlVerdict;
import dev.gatehouse.saml.UnverifiedResponse;
import dev.gatehouse.saml.VerifiedSubject;
import dev.gatehouse.saml.rules.AssertionValues;
import dev.gatehouse.saml.rules.Findings;
import dev.gatehouse.saml.rules.ProtocolRules;
import dev.gatehouse.saml.rules.ResponseValues;
import dev.gatehouse.saml.rules.SubjectRules;
import dev.gatehouse.saml.rules.TimeRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The decision about one response, in the order in which nothing unsafe is ever relied on. */
final class Judgement {

  private final HardenedParser parser;
  private final SamlSchema schema;
  private final Expectations expected;
  private final Instant now;
  private final Findings findings = new Findings();

  Judgement(HardenedParser parser, SamlSchema schema, Expectations expected, Instant now) {
    this.parser = parser;
    this.schema = schema;
    this.expected = expected;
    this.now = now;
  }

  SamlVerdict of(UnverifiedResponse response) {
    try {
      return decide(MessageBytes.of(response));
    } catch (Refusal refusal) {
      findings.fail(refusal.check(), refusal.reason());
    } catch (RuntimeException e) {
      // Fail closed on whatever a library makes of a message that nobody thought of.
      findings.fail(
          CheckName.SIGNED_VALUES, ReasonCode.NOT_JUDGED, "", e.getClass().getSimpleName());
    }
    return new SamlVerdict.Rejected(findings.reasons(), findings.checks(), Optional.empty());
  }

  private SamlVerdict decide(byte[] message) throws Refusal {
    findings.pass(CheckName.SIZE, "", message.length + " bytes");
    var document = parser.parse(message);
    var inspection = Inspection.of(document);
    var root = root(document);
    findings.pass(CheckName.XML, "", "");
    schema.validate(root);
    findings.pass(CheckName.SCHEMA, "SAML 2.0", "");
    var assertion = onlyAssertion(root, inspection);
    findings.pass(CheckName.ONE_ASSERTION, "1", "1");

    var verified = verify(root, assertion, inspection);
    var decryption = new Decryption(parser, expected.decryptionKeys());
    var values = new AssertionReader(decryption).read(verified.assertion());
    findings.pass(CheckName.SIGNED_VALUES, "", "");
    return weigh(verified.response(), values);
  }

  private record Verified(ResponseValues response, Element assertion) {}

  private static Element root(Document document) throws Refusal {
    var root = document.getDocumentElement();
    String version = Elements.attribute(root, "Version").orElse("");
    if (!Elements.is(root, PROTOCOL, "Response") || !version.equals("2.0")) {
      throw Refusal.of(
          CheckName.XML,
          ReasonCode.NOT_A_RESPONSE,
          "samlp:Response 2.0",
          root.getNodeName() + " " + version);
    }
    return root;
  }

  private static Element onlyAssertion(Element root, Inspection inspection) throws Refusal {
    var all = inspection.assertions();
    if (all.isEmpty()) {
      var response = ResponseReader.read(root, false);
      if (!response.isSuccess()) {
        String said = response.describeStatus();
        throw Refusal.of(CheckName.STATUS, ReasonCode.STATUS_NOT_SUCCESS, "status:Success", said);
      }
    }
    if (all.size() != 1 || all.getFirst().getParentNode() != root) {
      throw Refusal.of(
          CheckName.ONE_ASSERTION,
          ReasonCode.ASSERTION_COUNT,
          "1 directly in the Response",
          all.size() + (all.size() == 1 ? " elsewhere" : ""));
    }
    return all.getFirst();
  }

  private Verified verify(Element root, Element assertion, Inspection inspection) throws Refusal {
    boolean encrypted = Elements.is(assertion, ASSERTION, "EncryptedAssertion");
    var outer = signatureOf(root);
    var inner = encrypted ? Optional.<Element>empty() : signatureOf(assertion);
    int placed = (outer.isPresent() ? 1 : 0) + (inner.isPresent() ? 1 : 0);
    if (inspection.signatures().size() != placed) {
      throw Refusal.of(
          CheckName.SIGNATURE_POSITION,
          ReasonCode.SIGNATURE_POSITION,
          "at most one in the Response and one in the Assertion",
          inspection.signatures().size() + " in all");
    }
    if (placed == 0 && !encrypted) {
      throw Refusal.of(
          CheckName.SIGNATURE_POSITION,
          ReasonCode.SIGNATURE_MISSING,
          "a signed Response or Assertion",
          "none");
    }
    var outerShape = shape(outer, root);
    var innerShape = shape(inner, assertion);
    if (placed > 0) {
      passedShape(placed == 2 ? "both" : outer.isPresent() ? "Response" : "Assertion");
    }
    var verifier = SignatureVerifier.with(expected.trusted(), expected.policy());
    findings.pass(CheckName.TRUSTED_KEY, "", expected.trusted().size() + " certificates");

    var signedRoot = root;
    if (outerShape.isPresent()) {
      signedRoot = reread(verifier.verify(outerShape.get()), PROTOCOL, "Response");
    }
    var response = ResponseReader.read(signedRoot, outerShape.isPresent());
    if (encrypted) {
      var container = only(signedRoot, "EncryptedAssertion");
      return new Verified(response, decrypted(container, outerShape.isPresent(), verifier));
    }
    findings.pass(CheckName.DECRYPTION, "", "not encrypted");
    var covered =
        innerShape.isPresent()
            ? Optional.of(verifier.verify(innerShape.get()))
            : Optional.<byte[]>empty();
    // Either way from verified bytes: the response's, which hold the assertion, or its own.
    var read =
        outerShape.isPresent() || covered.isEmpty()
            ? only(signedRoot, "Assertion")
            : reread(covered.get(), ASSERTION, "Assertion");
    findings.pass(CheckName.SIGNATURE, "", "");
    return new Verified(response, read);
  }

  private Element decrypted(Element container, boolean covered, SignatureVerifier verifier)
      throws Refusal {
    var document = new Decryption(parser, expected.decryptionKeys()).open(container, covered);
    var inspection = Inspection.of(document);
    var assertion = document.getDocumentElement();
    if (!Elements.is(assertion, ASSERTION, "Assertion") || inspection.assertions().size() != 1) {
      throw Refusal.of(
          CheckName.ONE_ASSERTION, ReasonCode.ASSERTION_COUNT, "1", assertion.getNodeName());
    }
    findings.pass(CheckName.DECRYPTION, "", "");
    schema.validate(assertion);
    var signature = signatureOf(assertion);
    if (inspection.signatures().size() != (signature.isPresent() ? 1 : 0)) {
      throw Refusal.of(
          CheckName.SIGNATURE_POSITION, ReasonCode.SIGNATURE_POSITION, "one in the Assertion", "");
    }
    if (signature.isEmpty() && !covered) {
      throw Refusal.of(
          CheckName.SIGNATURE, ReasonCode.ENCRYPTED_UNSIGNED, "a signed assertion", "none");
    }
    var shape = shape(signature, assertion);
    passedShape(covered ? "Response" : "Assertion");
    var read =
        shape.isPresent()
            ? reread(verifier.verify(shape.get()), ASSERTION, "Assertion")
            : assertion;
    findings.pass(CheckName.SIGNATURE, "", "");
    return read;
  }

  private void passedShape(String where) {
    findings.pass(CheckName.SIGNATURE_POSITION, "Response or Assertion", where);
    findings.pass(CheckName.ALGORITHMS, "", "");
  }

  /** Only the first one; the count of all signatures of the document finds any other. */
  private static Optional<Element> signatureOf(Element element) {
    return Elements.child(element, SIGNATURE, "Signature");
  }

  private Optional<SignatureShape> shape(Optional<Element> signature, Element signed)
      throws Refusal {
    return signature.isEmpty()
        ? Optional.empty()
        : Optional.of(SignatureShape.of(signature.get(), signed, expected.policy()));
  }

  /** What was verified, parsed again by the same parser: nothing else can be read from here on. */
  private Element reread(byte[] verified, String namespace, String name) throws Refusal {
    var root = parser.parse(verified).getDocumentElement();
    if (!Elements.is(root, namespace, name)) {
      throw Refusal.of(
          CheckName.SIGNATURE, ReasonCode.SIGNATURE_REFERENCE, name, root.getNodeName());
    }
    return root;
  }

  private static Element only(Element response, String name) throws Refusal {
    var found = Elements.children(response, ASSERTION, name);
    if (found.size() != 1) {
      throw Refusal.of(
          CheckName.ONE_ASSERTION, ReasonCode.ASSERTION_COUNT, "1", found.size() + " signed");
    }
    return found.getFirst();
  }

  private SamlVerdict weigh(ResponseValues response, AssertionValues assertion) {
    new ProtocolRules(expected, findings).check(response, assertion);
    var times = new TimeRules(expected, now, findings);
    times.check(response, assertion);
    VerifiedSubject subject = new SubjectRules(expected, findings).check(assertion);
    List<Reason> reasons = findings.reasons();
    if (!reasons.isEmpty()) {
      return new SamlVerdict.Rejected(reasons, findings.checks(), Optional.of(subject));
    }
    var statement = assertion.authentications().getFirst();
    return new SamlVerdict.Accepted(
        subject,
        assertion.id(),
        times.replayUntil(assertion),
        statement.sessionIndex(),
        statement.at(),
        statement.context(),
        findings.checks());
  }
}
