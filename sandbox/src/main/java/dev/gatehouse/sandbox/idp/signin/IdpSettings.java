package dev.gatehouse.sandbox.idp.signin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.sandbox.idp.xml.Saml;
import dev.gatehouse.sandbox.pages.Refusal;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the identity provider does when nobody asks for anything else. */
public record IdpSettings(Signs signs, NameIdKind nameId) {

  static final IdpSettings FIRST = new IdpSettings(Signs.ASSERTION, NameIdKind.PERSISTENT);

  /** Which parts of an answer are signed. */
  public enum Signs {
    ASSERTION,
    RESPONSE,
    BOTH;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Signs read(String code) {
      return parse(code, ASSERTION);
    }

    static Signs parse(@Nullable String code, Signs otherwise) {
      if (code == null) {
        return otherwise;
      }
      return Stream.of(values())
          .filter(signs -> signs.code().equals(code))
          .findFirst()
          .orElseThrow(
              () -> Refusal.badRequest("Cannot sign that", "assertion, response or both."));
    }
  }

  /** How a person is named when the request does not say. */
  public enum NameIdKind {
    PERSISTENT(Saml.PERSISTENT, "persistent"),
    EMAIL_ADDRESS(Saml.EMAIL, "emailAddress");

    private final String format;
    private final String code;

    NameIdKind(String format, String code) {
      this.format = format;
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }

    @JsonCreator
    static NameIdKind read(String code) {
      return parse(code, PERSISTENT);
    }

    String format() {
      return format;
    }

    static NameIdKind parse(@Nullable String code, NameIdKind otherwise) {
      if (code == null) {
        return otherwise;
      }
      return Stream.of(values())
          .filter(kind -> kind.code.equals(code))
          .findFirst()
          .orElseThrow(() -> Refusal.badRequest("No such NameID", "persistent or emailAddress."));
    }

    /** A format that is not offered (unspecified, transient) gets the usual one. */
    static NameIdKind ofFormat(@Nullable String format, NameIdKind otherwise) {
      return Stream.of(values())
          .filter(kind -> kind.format.equals(format))
          .findFirst()
          .orElse(otherwise);
    }
  }
}
