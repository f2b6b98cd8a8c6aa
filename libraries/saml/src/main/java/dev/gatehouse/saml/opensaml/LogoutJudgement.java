package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Names.PROTOCOL;
import static dev.gatehouse.saml.opensaml.Names.SIGNATURE;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.LogoutExpectations;
import dev.gatehouse.saml.LogoutVerdict;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.UnverifiedLogout;
import dev.gatehouse.saml.UnverifiedLogout.Kind;
import dev.gatehouse.saml.UnverifiedResponse;
import java.time.Instant;
import org.w3c.dom.Element;

/**
 * The decision about one message of single logout. Both bindings end in the same place: with an
 * element that a trusted key vouched for, and from which alone everything is read.
 */
final class LogoutJudgement {

  private final HardenedParser parser;
  private final SamlSchema schema;
  private final LogoutExpectations expected;
  private final Instant now;

  LogoutJudgement(
      HardenedParser parser, SamlSchema schema, LogoutExpectations expected, Instant now) {
    this.parser = parser;
    this.schema = schema;
    this.expected = expected;
    this.now = now;
  }

  LogoutVerdict of(UnverifiedLogout message) {
    try {
      return decide(message);
    } catch (Refusal refusal) {
      return new LogoutVerdict.Rejected(refusal.reason());
    } catch (RuntimeException e) {
      // Fail closed on whatever a library makes of a message that nobody thought of.
      return new LogoutVerdict.Rejected(
          Reason.of(ReasonCode.NOT_JUDGED, "", e.getClass().getSimpleName()));
    }
  }

  private LogoutVerdict decide(UnverifiedLogout message) throws Refusal {
    var verifier = SignatureVerifier.with(expected.trusted(), expected.policy());
    return switch (message) {
      case UnverifiedLogout.FormValue(Kind kind, String base64) ->
          weigh(kind, posted(kind, base64, verifier));
      case UnverifiedLogout.RawQuery(String text) -> {
        var query = SignedQuery.read(text);
        query.verify(verifier, expected.policy());
        yield weigh(query.kind(), redirected(query));
      }
    };
  }

  private LogoutVerdict weigh(Kind kind, Element message) throws Refusal {
    var reader = new LogoutReader(expected, now);
    return switch (kind) {
      case REQUEST -> reader.request(message, new Decryption(parser, expected.decryptionKeys()));
      case RESPONSE -> reader.response(message);
    };
  }

  private Element posted(Kind kind, String base64, SignatureVerifier verifier) throws Refusal {
    var document = parser.parse(MessageBytes.of(UnverifiedResponse.fromForm(base64)));
    var inspection = Inspection.of(document);
    var root = document.getDocumentElement();
    require(kind, root, inspection);
    var signature = Elements.child(root, SIGNATURE, "Signature");
    if (inspection.signatures().isEmpty()) {
      throw Refusal.of(
          CheckName.SIGNATURE_POSITION,
          ReasonCode.SIGNATURE_MISSING,
          "a signed " + name(kind),
          "none");
    }
    if (signature.isEmpty() || inspection.signatures().size() != 1) {
      throw Refusal.of(
          CheckName.SIGNATURE_POSITION,
          ReasonCode.SIGNATURE_POSITION,
          "one in the " + name(kind),
          inspection.signatures().size() + " in all");
    }
    var shape = SignatureShape.of(signature.get(), root, expected.policy());
    // What was verified, parsed again by the same parser: nothing else is read from here on. It is
    // the canonical form of this very root (the verifier insists on that), so its name is known.
    return parser.parse(verifier.verify(shape)).getDocumentElement();
  }

  private Element redirected(SignedQuery query) throws Refusal {
    var document = parser.parse(query.message());
    var inspection = Inspection.of(document);
    var root = document.getDocumentElement();
    require(query.kind(), root, inspection);
    if (!inspection.signatures().isEmpty()) {
      // Bindings 3.4.4.1: it must have been removed; with two signatures there are two readings.
      throw Refusal.of(
          CheckName.SIGNATURE_POSITION,
          ReasonCode.SIGNATURE_POSITION,
          "a signature in the query alone",
          inspection.signatures().size() + " in the message");
    }
    return root;
  }

  private void require(Kind kind, Element root, Inspection inspection) throws Refusal {
    String version = Elements.attribute(root, "Version").orElse("");
    if (!Elements.is(root, PROTOCOL, name(kind)) || !version.equals("2.0")) {
      throw Refusal.of(
          CheckName.XML,
          ReasonCode.NOT_A_RESPONSE,
          "samlp:" + name(kind) + " 2.0",
          root.getNodeName() + " " + version);
    }
    schema.validate(root);
    if (!inspection.assertions().isEmpty()) {
      throw Refusal.of(
          CheckName.ONE_ASSERTION,
          ReasonCode.ASSERTION_COUNT,
          "no assertion",
          inspection.assertions().size() + "");
    }
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case REQUEST -> "LogoutRequest";
      case RESPONSE -> "LogoutResponse";
    };
  }
}
