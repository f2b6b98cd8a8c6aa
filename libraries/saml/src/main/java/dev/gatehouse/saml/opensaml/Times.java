package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads times; SAML's are UTC, also where a zone is missing (Core 1.3.3). */
final class Times {

  private Times() {}

  static Instant required(Element element, String name) throws Refusal {
    return optional(element, name).orElseThrow(() -> unreadable(name, ""));
  }

  static Optional<Instant> optional(Element element, String name) throws Refusal {
    var attribute = Elements.attribute(element, name);
    return attribute.isEmpty() ? Optional.empty() : Optional.of(parse(name, attribute.get()));
  }

  private static Instant parse(String name, String attribute) throws Refusal {
    String text = Elements.trimmed(attribute);
    try {
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
      boolean zoned = text.length() > 6 && "+-".indexOf(text.charAt(text.length() - 6)) >= 0;
      return zoned && text.indexOf('T') > 0
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw unreadable(name, text);
    }
  }

  private static Refusal unreadable(String name, String text) {
    return Refusal.of(
        CheckName.SIGNED_VALUES, ReasonCode.NOT_SCHEMA_VALID, "a time in " + name, text);
  }
}
