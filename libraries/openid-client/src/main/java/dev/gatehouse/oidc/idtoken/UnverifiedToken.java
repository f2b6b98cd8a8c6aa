package dev.gatehouse.oidc.idtoken;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.util.Base64URL;
import dev.gatehouse.oidc.JsonObject;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A token taken apart (RFC 7515 section 3.1), of which nothing may be believed yet. Of the header
 * only the algorithm and the key's name are ever used: a key or certificate in it, or the address
 * of one, is not even parsed.
 */
public record UnverifiedToken(
    String algorithm,
    Optional<String> keyId,
    byte[] signed,
    Base64URL signature,
    JsonObject claims) {

  private static final int LONGEST = 256 * 1024;

  /** What became of taking it apart. */
  public sealed interface Parsed {
    /** It has the form of a signed token. */
    record Token(UnverifiedToken token) implements Parsed {}

    /** It has not. */
    record Malformed(String expected, String received) implements Parsed {}
  }

  /** An ID token, which nobody has to mark as one. */
  static Parsed parse(String text) {
    return parse(text, "jwt");
  }

  /**
   * A token of another kind.
   *
   * @param type how the kind may be marked, in lower case; a token marked as yet another is none
   */
  public static Parsed parse(String text, String type) {
    if (text.length() > LONGEST) {
      return new Parsed.Malformed("at most 256 KB", text.length() + " characters");
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length == 5) {
      return new Parsed.Malformed("a signed token", "an encrypted token");
    }
    if (parts.length != 3) {
      return new Parsed.Malformed("three parts", parts.length + " parts");
    }
    var header = json(parts[0]);
    var claims = json(parts[1]);
    if (header.isEmpty() || claims.isEmpty()) {
      return new Parsed.Malformed("JSON in base64url", header.isEmpty() ? "header" : "claims");
    }
    return judged(header.get(), claims.get(), text, type, parts[2]);
  }

  private static Parsed judged(
      JsonObject header, JsonObject claims, String text, String kind, String signature) {
    // No extension is understood here, so none may be critical (RFC 7515 section 4.1.11).
    if (header.members().containsKey("crit")) {
      return new Parsed.Malformed("no critical extension", "crit");
    }
    // A token typed as something else is not ours to read (RFC 8725 section 3.11).
    String type = header.text("typ").orElse("").toLowerCase(Locale.ROOT);
    if (type.endsWith("+jwt") && !type.equals(kind)) {
      return new Parsed.Malformed("typ " + kind, type);
    }
    byte[] signed = text.substring(0, text.lastIndexOf('.')).getBytes(US_ASCII);
    return new Parsed.Token(
        new UnverifiedToken(
            header.text("alg").orElse(""),
            header.text("kid"),
            signed,
            new Base64URL(signature),
            claims));
  }

  private static Optional<JsonObject> json(String part) {
    try {
      return JsonObject.parse(Base64.getUrlDecoder().decode(part));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
