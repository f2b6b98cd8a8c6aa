package dev.gatehouse.saml.offline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.saml.EmailDomains;
import dev.gatehouse.saml.Expectations;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.MetadataOutcome;
import dev.gatehouse.saml.Policy;
import dev.gatehouse.saml.SamlServiceProvider;
import dev.gatehouse.saml.SubjectSource;
import dev.gatehouse.saml.UnverifiedResponse;
import java.security.PrivateKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One question: a response, and what it has to match. */
record Case(
    UnverifiedResponse response,
    Optional<String> idpMetadata,
    Optional<String> idpEntityId,
    List<IdpCertificate> certificates,
    String spEntityId,
    String acsUrl,
    Optional<String> inResponseTo,
    Optional<Instant> at,
    Optional<Instant> authenticatedAfter,
    SubjectSource subject,
    List<PrivateKey> decryptionKeys,
    Policy policy,
    EmailDomains domains) {

  private static final String ATTRIBUTE = "attribute:";

  static Case of(JsonNode values) throws BadInput {
    var certificates = new ArrayList<IdpCertificate>();
    for (String text : several(values, "idpCertificates", "idpCertificate")) {
      certificates.addAll(Material.certificates(text));
    }
    var keys = new ArrayList<PrivateKey>();
    for (String text : several(values, "decryptionKeys", "decryptionKey")) {
      keys.add(Material.privateKey(text));
    }
    return new Case(
        response(required(values, "response")),
        optional(values, "idpMetadata"),
        optional(values, "idpEntityId"),
        certificates,
        required(values, "spEntityId"),
        required(values, "acsUrl"),
        optional(values, "inResponseTo").filter(id -> !id.isEmpty() && !id.equals("none")),
        instant(values, "at"),
        instant(values, "authenticatedAfter"),
        subject(optional(values, "subject").orElse("name-id")),
        keys,
        policy(optional(values, "policy").orElse("strict")),
        domains(values.path("domains")));
  }

  /** Judges one question; whatever it holds, there is an answer. */
  static ObjectNode answer(JsonNode question, SamlServiceProvider saml, Instant now) {
    try {
      return of(question).judge(saml, now);
    } catch (BadInput problem) {
      return Answers.badInput(problem);
    } catch (RuntimeException | StackOverflowError unforeseen) {
      // One question must not cost others their answers.
      return Answers.badInput(new BadInput("The question could not be judged."));
    }
  }

  private ObjectNode judge(SamlServiceProvider saml, Instant now) throws BadInput {
    Instant then = at.orElse(now);
    var trusted = new ArrayList<>(certificates);
    String issuer = idpEntityId.orElse("");
    if (idpMetadata.isPresent()) {
      byte[] xml = Material.bytes(idpMetadata.get());
      switch (saml.readMetadata(xml, idpEntityId, then)) {
        case MetadataOutcome.Read(var metadata) -> {
          issuer = metadata.entityId();
          trusted.addAll(metadata.signingCertificates());
        }
        case MetadataOutcome.SeveralEntities(var ids) ->
            throw new BadInput(
                "The metadata describes several identity providers; choose one: "
                    + String.join(", ", ids));
        case MetadataOutcome.Unreadable(var problem, String text) ->
            throw new BadInput(problem.code() + ": " + text);
      }
    } else if (issuer.isEmpty()) {
      throw new BadInput("idpMetadata or idpEntityId is needed.");
    }
    return Answers.verdict(saml.judge(response, expectations(issuer, trusted), then));
  }

  private Expectations expectations(String issuer, List<IdpCertificate> trusted) {
    var expected =
        Expectations.builder(spEntityId, acsUrl, issuer)
            .trusted(trusted)
            .decryptionKeys(decryptionKeys)
            .policy(policy)
            .subjectSource(subject)
            .emailDomains(domains);
    authenticatedAfter.ifPresent(expected::authnNotBefore);
    inResponseTo.ifPresentOrElse(expected::inResponseTo, expected::unsolicitedAllowed);
    return expected.build();
  }

  // A message that is XML is taken as it is; anything else is the form field as it was posted.
  private static UnverifiedResponse response(String value) throws BadInput {
    byte[] bytes = Material.bytes(value);
    int start = bytes.length > 2 && new String(bytes, 0, 3, UTF_8).equals("\ufeff") ? 3 : 0;
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] == '<' || (bytes[i] & 0xFF) >= 0x80) {
        return UnverifiedResponse.fromXml(bytes);
      }
      if (bytes[i] > ' ') {
        break;
      }
    }
    return UnverifiedResponse.fromForm(new String(bytes, start, bytes.length - start, ISO_8859_1));
  }

  private static Optional<Instant> instant(JsonNode values, String name) throws BadInput {
    var text = optional(values, name);
    try {
      return text.map(at -> OffsetDateTime.parse(at).toInstant());
    } catch (DateTimeException e) {
      throw new BadInput(name + " has to be an instant such as 2026-11-20T10:00:00Z.");
    }
  }

  private static SubjectSource subject(String text) throws BadInput {
    if (text.startsWith(ATTRIBUTE) && text.length() > ATTRIBUTE.length()) {
      return new SubjectSource.Attribute(text.substring(ATTRIBUTE.length()));
    }
    return switch (text) {
      case "name-id" -> new SubjectSource.NameId();
      case "entra-object-id" -> new SubjectSource.EntraObjectId();
      default -> throw new BadInput("subject is name-id, entra-object-id or attribute:NAME.");
    };
  }

  private static Policy policy(String text) throws BadInput {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "strict" -> Policy.STRICT;
      case "legacy" -> Policy.LEGACY;
      default -> throw new BadInput("policy is strict or legacy.");
    };
  }

  // Unless told otherwise any; an empty list is no domain.
  private static EmailDomains domains(JsonNode node) throws BadInput {
    var names =
        Material.texts(node, "domains").stream()
            .flatMap(text -> List.of(text.split(",")).stream())
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    boolean any = names.size() == 1 && names.getFirst().equalsIgnoreCase("any");
    return any || node.isMissingNode() || node.isNull()
        ? EmailDomains.any()
        : EmailDomains.only(names);
  }

  private static List<String> several(JsonNode values, String plural, String singular)
      throws BadInput {
    var all = new ArrayList<>(Material.texts(values.path(plural), plural));
    all.addAll(Material.texts(values.path(singular), singular));
    return all;
  }

  private static String required(JsonNode values, String name) throws BadInput {
    return optional(values, name).orElseThrow(() -> new BadInput(name + " is needed."));
  }

  private static Optional<String> optional(JsonNode values, String name) throws BadInput {
    var node = values.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw new BadInput(name + " has to be a text.");
    }
    return Optional.of(node.asText());
  }
}
