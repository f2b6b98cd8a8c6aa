package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.idp.xml.Node;
import dev.gatehouse.sandbox.idp.xml.Saml;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Lays statements out as SAML Core wants them, unsigned. */
final class SamlDocument {
  private static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
  private static final String UNSPECIFIED_NAME =
      "urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified";

  private SamlDocument() {}

  /** A message without content but its status; {@code why} is the second-level code. */
  static Node response(String name, Statement says, @Nullable String why) {
    Node response =
        Node.root(Saml.PROTOCOL, name)
            .declare(Saml.ASSERTION)
            .with("ID", MessageId.next())
            .with("Version", "2.0")
            .with("IssueInstant", time(says.issuedAt()))
            .with("Destination", says.destination())
            .with("InResponseTo", says.inResponseTo());
    response.child(Saml.ASSERTION, "Issuer").text(says.issuer());
    Node code =
        response
            .child(Saml.PROTOCOL, "Status")
            .child(Saml.PROTOCOL, "StatusCode")
            .with("Value", STATUS + (why == null ? "Success" : "Responder"));
    if (why != null) {
      code.child(Saml.PROTOCOL, "StatusCode").with("Value", STATUS + why);
    }
    return response;
  }

  static Node logoutRequest(Statement says) {
    Node request =
        Node.root(Saml.PROTOCOL, "LogoutRequest")
            .declare(Saml.ASSERTION)
            .with("ID", MessageId.next())
            .with("Version", "2.0")
            .with("IssueInstant", time(says.issuedAt()))
            .with("Destination", says.destination())
            .with("NotOnOrAfter", time(says.notOnOrAfter()));
    request.child(Saml.ASSERTION, "Issuer").text(says.issuer());
    request
        .child(Saml.ASSERTION, "NameID")
        .with("Format", says.nameId().format())
        .text(says.nameIdValue());
    return request;
  }

  static Node assertion(Node response, Statement says) {
    Node assertion =
        response
            .child(Saml.ASSERTION, "Assertion")
            .with("ID", MessageId.next())
            .with("Version", "2.0")
            .with("IssueInstant", time(says.issuedAt()));
    assertion.child(Saml.ASSERTION, "Issuer").text(says.issuer());
    subject(assertion, says);
    assertion
        .child(Saml.ASSERTION, "Conditions")
        .with("NotBefore", time(says.notBefore()))
        .with("NotOnOrAfter", time(says.notOnOrAfter()))
        .child(Saml.ASSERTION, "AudienceRestriction")
        .child(Saml.ASSERTION, "Audience")
        .text(says.audience());
    assertion
        .child(Saml.ASSERTION, "AuthnStatement")
        .with("AuthnInstant", time(says.issuedAt()))
        .with("SessionIndex", MessageId.next())
        .child(Saml.ASSERTION, "AuthnContext")
        .child(Saml.ASSERTION, "AuthnContextClassRef")
        .text("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport");
    attributes(assertion, says);
    return assertion;
  }

  private static void subject(Node assertion, Statement says) {
    Node subject = assertion.child(Saml.ASSERTION, "Subject");
    subject
        .child(Saml.ASSERTION, "NameID")
        .with("Format", says.nameId().format())
        .text(says.nameIdValue());
    // Profiles 4.1.4.2: a bearer confirmation has Recipient and NotOnOrAfter, never NotBefore.
    subject
        .child(Saml.ASSERTION, "SubjectConfirmation")
        .with("Method", "urn:oasis:names:tc:SAML:2.0:cm:bearer")
        .child(Saml.ASSERTION, "SubjectConfirmationData")
        .with("InResponseTo", says.inResponseTo())
        .with("Recipient", says.recipient())
        .with("NotOnOrAfter", time(says.notOnOrAfter()));
  }

  private static void attributes(Node assertion, Statement says) {
    Node attributes = assertion.child(Saml.ASSERTION, "AttributeStatement");
    if (says.withEmail()) {
      attribute(attributes, "email", says.person().email());
    }
    attribute(attributes, "firstName", says.person().firstName());
    attribute(attributes, "lastName", says.person().lastName());
  }

  private static void attribute(Node attributes, String name, String value) {
    attributes
        .child(Saml.ASSERTION, "Attribute")
        .with("Name", name)
        .with("NameFormat", UNSPECIFIED_NAME)
        .child(Saml.ASSERTION, "AttributeValue")
        .text(value);
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
