package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.ReasonCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads times; SAML's are UTC, also where a zone is missing (Core 1.3.3). */
final class Times {

  private static final Pattern ZONED = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)$");
  private static final Pattern FINER_THAN_NANOSECONDS = Pattern.compile("(\\.\\d{9})\\d+");

  private Times() {}

  static Instant required(Element element, String name) throws Refusal {
    return optional(element, name).orElseThrow(() -> unreadable(name, ""));
  }

  static Optional<Instant> optional(Element element, String name) throws Refusal {
    var attribute = Elements.attribute(element, name);
    return attribute.isEmpty() ? Optional.empty() : Optional.of(parse(name, attribute.get()));
  }

  private static Instant parse(String name, String attribute) throws Refusal {
    String text = FINER_THAN_NANOSECONDS.matcher(Elements.trimmed(attribute)).replaceFirst("$1");
    try {
      return Instant.parse(ZONED.matcher(text).find() ? text : text + "Z");
    } catch (DateTimeException e) {
      throw unreadable(name, text);
    }
  }

  private static Refusal unreadable(String name, String text) {
    return Refusal.of(
        CheckName.SIGNED_VALUES, ReasonCode.NOT_SCHEMA_VALID, "a time in " + name, text);
  }
}
