package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Names.ASSERTION;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.rules.AssertionValues;
import dev.gatehouse.saml.rules.AssertionValues.Authentication;
import dev.gatehouse.saml.rules.AssertionValues.Bearer;
import dev.gatehouse.saml.rules.AssertionValues.Conditions;
import dev.gatehouse.saml.rules.AssertionValues.NameId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads an assertion from its verified bytes. */
final class AssertionReader {

  private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
  private static final Set<String> HARMLESS = Set.of("OneTimeUse", "ProxyRestriction");

  private final Decryption decryption;

  AssertionReader(Decryption decryption) {
    this.decryption = decryption;
  }

  AssertionValues read(Element assertion) throws Refusal {
    String version = Elements.attribute(assertion, "Version").orElse("");
    if (!version.equals("2.0")) {
      throw Refusal.of(
          CheckName.SCHEMA, ReasonCode.NOT_SCHEMA_VALID, "Assertion Version 2.0", version);
    }
    var issuer = Elements.child(assertion, ASSERTION, "Issuer");
    return new AssertionValues(
        Elements.attribute(assertion, "ID").orElse(""),
        issuer.isPresent() ? Elements.text(issuer.get()) : "",
        Times.required(assertion, "IssueInstant"),
        nameId(assertion),
        bearers(assertion),
        conditions(assertion),
        authentications(assertion),
        attributes(assertion));
  }

  private Optional<NameId> nameId(Element assertion) throws Refusal {
    var subject = Elements.child(assertion, ASSERTION, "Subject");
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    var encrypted = Elements.child(subject.get(), ASSERTION, "EncryptedID");
    var plain =
        encrypted.isPresent()
            ? Optional.of(inside(encrypted.get(), "NameID"))
            : Elements.child(subject.get(), ASSERTION, "NameID");
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NameId(
                Elements.text(plain.get()),
                Elements.attribute(plain.get(), "Format"),
                Elements.attribute(plain.get(), "NameQualifier"),
                Elements.attribute(plain.get(), "SPNameQualifier")));
  }

  // Within a verified assertion the ciphertext is signed.
  private Element inside(Element encrypted, String name) throws Refusal {
    var document = decryption.open(encrypted, true);
    Inspection.of(document);
    var root = document.getDocumentElement();
    if (!Elements.is(root, ASSERTION, name)) {
      throw Refusal.of(
          CheckName.SIGNED_VALUES, ReasonCode.NOT_SCHEMA_VALID, name, root.getNodeName());
    }
    return root;
  }

  private static List<Bearer> bearers(Element assertion) throws Refusal {
    var bearers = new ArrayList<Bearer>();
    var subject = Elements.child(assertion, ASSERTION, "Subject");
    if (subject.isEmpty()) {
      return bearers;
    }
    for (var confirmation : Elements.children(subject.get(), ASSERTION, "SubjectConfirmation")) {
      if (!Elements.attribute(confirmation, "Method").equals(Optional.of(BEARER))) {
        continue;
      }
      var data = Elements.child(confirmation, ASSERTION, "SubjectConfirmationData");
      if (data.isEmpty()) {
        bearers.add(
            new Bearer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
      } else {
        bearers.add(
            new Bearer(
                Elements.attribute(data.get(), "Recipient"),
                Elements.attribute(data.get(), "InResponseTo"),
                Times.optional(data.get(), "NotBefore"),
                Times.optional(data.get(), "NotOnOrAfter")));
      }
    }
    return bearers;
  }

  private static Optional<Conditions> conditions(Element assertion) throws Refusal {
    var conditions = Elements.child(assertion, ASSERTION, "Conditions");
    if (conditions.isEmpty()) {
      return Optional.empty();
    }
    var audiences = new ArrayList<List<String>>();
    var unknown = new ArrayList<String>();
    for (var condition : Elements.children(conditions.get())) {
      if (Elements.is(condition, ASSERTION, "AudienceRestriction")) {
        var some = new ArrayList<String>();
        for (var audience : Elements.children(condition, ASSERTION, "Audience")) {
          some.add(Elements.text(audience));
        }
        audiences.add(List.copyOf(some));
      } else if (!ASSERTION.equals(condition.getNamespaceURI())
          || !HARMLESS.contains(condition.getLocalName())) {
        unknown.add(condition.getNodeName());
      }
    }
    return Optional.of(
        new Conditions(
            Times.optional(conditions.get(), "NotBefore"),
            Times.optional(conditions.get(), "NotOnOrAfter"),
            List.copyOf(audiences),
            List.copyOf(unknown)));
  }

  private static List<Authentication> authentications(Element assertion) throws Refusal {
    var statements = new ArrayList<Authentication>();
    for (var statement : Elements.children(assertion, ASSERTION, "AuthnStatement")) {
      var context =
          Elements.child(statement, ASSERTION, "AuthnContext")
              .flatMap(outer -> Elements.child(outer, ASSERTION, "AuthnContextClassRef"));
      statements.add(
          new Authentication(
              Times.required(statement, "AuthnInstant"),
              Times.optional(statement, "SessionNotOnOrAfter"),
              Elements.attribute(statement, "SessionIndex"),
              context.isPresent() ? Optional.of(Elements.text(context.get())) : Optional.empty()));
    }
    return statements;
  }

  private Map<String, List<String>> attributes(Element assertion) throws Refusal {
    var values = new LinkedHashMap<String, List<String>>();
    for (var statement : Elements.children(assertion, ASSERTION, "AttributeStatement")) {
      for (var child : Elements.children(statement)) {
        var attribute =
            Elements.is(child, ASSERTION, "EncryptedAttribute")
                ? inside(child, "Attribute")
                : child;
        String name = Elements.attribute(attribute, "Name").orElse("");
        var into = values.computeIfAbsent(name, _ -> new ArrayList<>());
        for (var value : Elements.children(attribute, ASSERTION, "AttributeValue")) {
          valueOf(value).ifPresent(into::add);
        }
      }
    }
    values.replaceAll((_, some) -> List.copyOf(some));
    return Collections.unmodifiableMap(values);
  }

  // Text, or one NameID (eduPersonTargetedID); other structures are not values to us. Text beside
  // markup has two readings.
  private static Optional<String> valueOf(Element value) throws Refusal {
    var markup = Elements.children(value);
    if (markup.isEmpty()) {
      return Optional.of(Elements.text(value));
    }
    if (Elements.hasText(value)) {
      throw Refusal.of(
          CheckName.SIGNED_VALUES,
          ReasonCode.VALUE_AMBIGUOUS,
          "text or markup in an AttributeValue",
          "both");
    }
    return markup.size() == 1 && Elements.is(markup.getFirst(), ASSERTION, "NameID")
        ? Optional.of(Elements.text(markup.getFirst()))
        : Optional.empty();
  }
}
