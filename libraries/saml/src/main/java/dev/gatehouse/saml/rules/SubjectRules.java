package dev.gatehouse.saml.rules;

import static dev.gatehouse.saml.CheckName.EMAIL;
import static dev.gatehouse.saml.CheckName.EMAIL_DOMAIN;
import static dev.gatehouse.saml.CheckName.SUBJECT;

import dev.gatehouse.saml.EmailAddress;
import dev.gatehouse.saml.EmailDomains;
import dev.gatehouse.saml.Expectations;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.SubjectSource;
import dev.gatehouse.saml.VerifiedSubject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who it is about, and whether this connection may speak for that address. */
public final class SubjectRules {

  private static final String FORMATS = "urn:oasis:names:tc:SAML:";
  private static final String TRANSIENT = FORMATS + "2.0:nameid-format:transient";
  private static final String EMAIL_FORMAT = FORMATS + "1.1:nameid-format:emailAddress";
  private static final String ENTRA = "http://schemas.microsoft.com/identity/claims/";

  private final Expectations expected;
  private final Findings findings;

  public SubjectRules(Expectations expected, Findings findings) {
    this.expected = expected;
    this.findings = findings;
  }

  /** Reads the subject and evaluates every rule about it. */
  public VerifiedSubject check(AssertionValues assertion) {
    String key = subjectKey(assertion);
    var email = email(assertion);
    var mapping = expected.attributes();
    return new VerifiedSubject(
        key,
        assertion.nameId().map(AssertionValues.NameId::value),
        assertion.nameId().flatMap(AssertionValues.NameId::format),
        email.map(EmailAddress::value),
        first(assertion, mapping.givenName()),
        first(assertion, mapping.familyName()),
        valuesOf(assertion, mapping.groups()),
        assertion.attributes());
  }

  private String subjectKey(AssertionValues assertion) {
    return switch (expected.subjectSource()) {
      case SubjectSource.NameId _ -> fromNameId(assertion);
      case SubjectSource.Attribute(String name) -> single(assertion, name);
      case SubjectSource.EntraObjectId _ -> {
        String tenant = single(assertion, ENTRA + "tenantid");
        String object = single(assertion, ENTRA + "objectidentifier");
        yield tenant.isEmpty() || object.isEmpty()
            ? ""
            : (tenant + "/" + object).toLowerCase(Locale.ROOT);
      }
    };
  }

  private String fromNameId(AssertionValues assertion) {
    String value =
        assertion.nameId().filter(id -> !id.value().isEmpty()).map(this::name).orElse("");
    var format = assertion.nameId().flatMap(AssertionValues.NameId::format);
    if (value.isEmpty()) {
      findings.fail(SUBJECT, ReasonCode.SUBJECT_MISSING, "a NameID", "");
    } else if (format.equals(Optional.of(TRANSIENT))) {
      findings.fail(SUBJECT, ReasonCode.SUBJECT_TRANSIENT, "persistent, emailAddress …", TRANSIENT);
    } else {
      findings.pass(SUBJECT, "a NameID", value);
    }
    return value;
  }

  // Core 2.2.2: the same words of another user store are another person. The issuer's own names,
  // which most are, stay as they are; braces at their start are told from a qualifier's.
  private String name(AssertionValues.NameId id) {
    var store = id.nameQualifier().filter(other -> !other.equals(expected.idpEntityId()));
    var among = id.spNameQualifier().filter(other -> !other.equals(expected.spEntityId()));
    boolean own = store.isEmpty() && among.isEmpty() && !id.value().startsWith("{");
    return own ? id.value() : braced(store) + braced(among) + id.value();
  }

  private static String braced(Optional<String> qualifier) {
    String text = qualifier.orElse("");
    return "{" + text.replace("%", "%25").replace("{", "%7B").replace("}", "%7D") + "}";
  }

  private String single(AssertionValues assertion, String name) {
    var values =
        assertion.attributes().getOrDefault(name, List.of()).stream()
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    if (values.size() > 1) {
      findings.fail(
          SUBJECT, ReasonCode.SUBJECT_AMBIGUOUS, "one value of " + name, String.join(", ", values));
      return "";
    }
    if (values.isEmpty()) {
      findings.fail(SUBJECT, ReasonCode.SUBJECT_MISSING, name, received(assertion));
      return "";
    }
    findings.pass(SUBJECT, name, values.getFirst());
    return values.getFirst();
  }

  private Optional<EmailAddress> email(AssertionValues assertion) {
    var mapped = first(assertion, expected.attributes().email());
    var written = mapped.or(() -> nameIdAsEmail(assertion));
    var address = written.flatMap(EmailAddress::parse);
    switch (expected.emailDomains()) {
      case EmailDomains.Any _ -> {
        findings.pass(EMAIL, "any", written.orElse(""));
        findings.pass(EMAIL_DOMAIN, "any", address.map(EmailAddress::domain).orElse(""));
      }
      case EmailDomains.Only only -> {
        if (written.isEmpty()) {
          findings.fail(
              EMAIL,
              ReasonCode.EMAIL_MISSING,
              String.join(", ", expected.attributes().email()),
              received(assertion));
        } else if (address.isEmpty()) {
          findings.fail(EMAIL, ReasonCode.EMAIL_INVALID, "name@example.com", written.get());
        } else {
          findings.pass(EMAIL, "an email address", address.get().value());
          domain(address.get(), only);
        }
      }
    }
    return address;
  }

  private void domain(EmailAddress address, EmailDomains.Only only) {
    String domains = String.join(", ", only.domains().stream().sorted().toList());
    if (only.domains().contains(address.domain())) {
      findings.pass(EMAIL_DOMAIN, domains, address.domain());
      return;
    }
    boolean guest = address.value().toUpperCase(Locale.ROOT).contains("#EXT#");
    String text = ReasonCode.EMAIL_DOMAIN_NOT_VERIFIED.explanation();
    findings.fail(
        EMAIL_DOMAIN,
        new Reason(
            ReasonCode.EMAIL_DOMAIN_NOT_VERIFIED,
            domains,
            address.domain(),
            guest ? text + " This is a guest account of another company's directory." : text));
  }

  private static Optional<String> nameIdAsEmail(AssertionValues assertion) {
    return assertion
        .nameId()
        .filter(id ->
            id.format().equals(Optional.of(EMAIL_FORMAT))
                || EmailAddress.parse(id.value()).isPresent())
        .map(AssertionValues.NameId::value);
  }

  private static Optional<String> first(AssertionValues assertion, List<String> names) {
    return valuesOf(assertion, names).stream().findFirst();
  }

  private static List<String> valuesOf(AssertionValues assertion, List<String> names) {
    for (String name : names) {
      var values =
          assertion.attributes().getOrDefault(name, List.of()).stream()
              .filter(value -> !value.isEmpty())
              .toList();
      if (!values.isEmpty()) {
        return values;
      }
    }
    return List.of();
  }

  private static String received(AssertionValues assertion) {
    return assertion.attributes().isEmpty()
        ? "no attributes"
        : "attributes " + String.join(", ", assertion.attributes().keySet());
  }
}
