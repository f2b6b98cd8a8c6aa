package dev.gatehouse.saml.opensaml;

import static dev.gatehouse.saml.opensaml.Names.METADATA;
import static dev.gatehouse.saml.opensaml.Names.PROTOCOL;

import dev.gatehouse.languages.Sentence;
import dev.gatehouse.saml.MetadataOutcome;
import dev.gatehouse.saml.MetadataProblem;
import dev.gatehouse.saml.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/** Finds the one identity provider in a metadata document. */
final class MetadataReader {

  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int DEEPEST = 16;
  private static final Sentence OTHER_ENCODING = new Sentence(MetadataProblem.OTHER_ENCODING);

  private final HardenedParser parser = new HardenedParser();

  MetadataOutcome read(byte[] xml, Optional<String> entityId, Instant now) {
    try {
      var root = parse(xml);
      var entities = new ArrayList<Element>();
      collect(root, entities, 0);
      if (entities.isEmpty()) {
        throw new Unusable(MetadataProblem.METADATA_NOT_SAML, root.getNodeName());
      }
      return choose(entities, entityId, now);
    } catch (Unusable unusable) {
      return new MetadataOutcome.Unreadable(unusable.problem, unusable.text);
    }
  }

  private Element parse(byte[] xml) throws Unusable {
    if (xml.length > MOST_BYTES) {
      throw new Unusable(MetadataProblem.METADATA_TOO_LARGE);
    }
    byte[] document = withoutBlanksBefore(xml);
    String head =
        new String(document, 0, Math.min(200, document.length), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (document.length == 0) {
      throw new Unusable(MetadataProblem.METADATA_EMPTY);
    }
    if (head.startsWith("<!doctype html") || head.startsWith("<html")) {
      throw new Unusable(MetadataProblem.METADATA_IS_HTML);
    }
    try {
      return parser.parse(document).getDocumentElement();
    } catch (Refusal refusal) {
      if (refusal.reason().code() == ReasonCode.DOCTYPE_FORBIDDEN) {
        throw new Unusable(MetadataProblem.METADATA_DOCTYPE_FORBIDDEN);
      }
      String received = refusal.reason().received();
      throw refusal.reason().code() == ReasonCode.ENCODING_REFUSED
          ? new Unusable(MetadataProblem.METADATA_MALFORMED, OTHER_ENCODING, received)
          : new Unusable(MetadataProblem.METADATA_MALFORMED, received);
    }
  }

  // Entra puts a byte-order mark in front; people paste line breaks there.
  private static byte[] withoutBlanksBefore(byte[] xml) {
    int start = 0;
    while (start < xml.length
        && (xml[start] == ' '
            || xml[start] == '\n'
            || xml[start] == '\r'
            || xml[start] == '\t'
            || xml[start] == (byte) 0xEF
            || xml[start] == (byte) 0xBB
            || xml[start] == (byte) 0xBF)) {
      start++;
    }
    return java.util.Arrays.copyOfRange(xml, start, xml.length);
  }

  private static void collect(Element element, List<Element> entities, int depth) {
    if (Elements.is(element, METADATA, "EntityDescriptor")) {
      entities.add(element);
    } else if (Elements.is(element, METADATA, "EntitiesDescriptor") && depth < DEEPEST) {
      Elements.children(element).forEach(child -> collect(child, entities, depth + 1));
    }
  }

  private static MetadataOutcome choose(
      List<Element> entities, Optional<String> entityId, Instant now) throws Unusable {
    var providers = entities.stream().filter(e -> role(e).isPresent()).toList();
    if (entityId.isPresent()) {
      var chosen = providers.stream().filter(e -> idOf(e).equals(entityId.get())).findFirst();
      return read(
          chosen.orElseThrow(
              () -> new Unusable(MetadataProblem.METADATA_ENTITY_NOT_FOUND, entityId.get())),
          now);
    }
    if (providers.isEmpty()) {
      boolean ours = entities.stream().anyMatch(e -> has(e, "SPSSODescriptor"));
      throw ours
          ? new Unusable(MetadataProblem.METADATA_IS_SERVICE_PROVIDER)
          : new Unusable(MetadataProblem.METADATA_NO_IDENTITY_PROVIDER);
    }
    if (providers.size() > 1) {
      return new MetadataOutcome.SeveralEntities(
          providers.stream().map(MetadataReader::idOf).distinct().toList());
    }
    return read(providers.getFirst(), now);
  }

  private static MetadataOutcome read(Element entity, Instant now) throws Unusable {
    var role = role(entity).orElseThrow();
    return new MetadataOutcome.Read(new EntityReader(entity, role, now).read());
  }

  private static Optional<Element> role(Element entity) {
    return Elements.children(entity, METADATA, "IDPSSODescriptor").stream()
        .filter(role ->
            Elements.attribute(role, "protocolSupportEnumeration")
                .map(protocols -> List.of(protocols.trim().split("\\s+")).contains(PROTOCOL))
                .orElse(true))
        .findFirst();
  }

  private static boolean has(Element entity, String role) {
    return Elements.child(entity, METADATA, role).isPresent();
  }

  static String idOf(Element entity) {
    return Elements.trimmed(Elements.attribute(entity, "entityID").orElse(""));
  }

  /** A document that cannot be used, with words for the admin. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final MetadataProblem problem;
    private final String text;

    Unusable(MetadataProblem problem, Object... values) {
      this(problem, new Sentence(problem.text()), values);
    }

    /** Where the problem has other words than usual. */
    Unusable(MetadataProblem problem, Sentence words, Object... values) {
      super(problem.code(), null, false, false);
      this.problem = problem;
      this.text = words.with(values);
    }
  }
}
