package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.Policy;
import dev.gatehouse.saml.ReasonCode;
import dev.gatehouse.saml.UnverifiedLogout.Kind;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A message in the query of an address (SAML Bindings 3.4). What was signed are the characters as
 * they were sent, in the one order that the binding fixes; nothing is inflated before that is known
 * to hold.
 */
final class SignedQuery {

  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String DEFLATE = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";
  private static final int LONGEST = 64 * 1024;
  private static final List<String> FIELDS =
      List.of("SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature", "SAMLEncoding");

  /** The key's algorithm, and the names under which its signatures are verified here. */
  private record Algorithm(String key, List<String> names) {}

  private static final Map<String, Algorithm> ALGORITHMS =
      Map.of(
          MORE + "rsa-sha256", rsa("256"),
          MORE + "rsa-sha384", rsa("384"),
          MORE + "rsa-sha512", rsa("512"),
          MORE + "ecdsa-sha256", ecdsa("256"),
          MORE + "ecdsa-sha384", ecdsa("384"),
          MORE + "ecdsa-sha512", ecdsa("512"));
  private static final Map<String, Algorithm> OLD_ALGORITHMS =
      Map.of(Names.SIGNATURE + "rsa-sha1", rsa("1"));

  private final Kind kind;
  private final Map<String, String> raw;

  private SignedQuery(Kind kind, Map<String, String> raw) {
    this.kind = kind;
    this.raw = raw;
  }

  static SignedQuery read(String query) throws Refusal {
    if (query.length() > LONGEST) {
      throw Refusal.of(
          CheckName.SIZE,
          ReasonCode.RESPONSE_TOO_LARGE,
          "at most " + LONGEST + " characters",
          query.length() + " characters");
    }
    var raw = new HashMap<String, String>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (FIELDS.contains(name)
          && raw.put(name, equals < 0 ? "" : pair.substring(equals + 1)) != null) {
        throw malformed("each parameter once", name + " twice");
      }
    }
    boolean request = raw.containsKey("SAMLRequest");
    if (request == raw.containsKey("SAMLResponse")) {
      throw Refusal.of(
          CheckName.SIZE,
          ReasonCode.RESPONSE_MISSING,
          "SAMLRequest or SAMLResponse",
          request ? "both" : "neither");
    }
    return new SignedQuery(request ? Kind.REQUEST : Kind.RESPONSE, raw);
  }

  Kind kind() {
    return kind;
  }

  void verify(SignatureVerifier verifier, Policy policy) throws Refusal {
    if (!raw.containsKey("Signature") || !raw.containsKey("SigAlg")) {
      throw Refusal.of(
          CheckName.SIGNATURE_POSITION,
          ReasonCode.SIGNATURE_MISSING,
          "Signature and SigAlg in the query",
          "none");
    }
    String name = decoded("SigAlg");
    var algorithm = ALGORITHMS.get(name);
    if (algorithm == null && policy == Policy.LEGACY) {
      algorithm = OLD_ALGORITHMS.get(name);
    }
    if (algorithm == null) {
      throw Refusal.of(
          CheckName.ALGORITHMS, ReasonCode.ALGORITHM_REFUSED, "RSA or ECDSA with SHA-2", name);
    }
    verifier.verifyDetached(
        algorithm.key(),
        algorithm.names(),
        signed().getBytes(StandardCharsets.UTF_8),
        base64("Signature"));
  }

  byte[] message() throws Refusal {
    if (raw.containsKey("SAMLEncoding") && !decoded("SAMLEncoding").equals(DEFLATE)) {
      throw malformed(DEFLATE, decoded("SAMLEncoding"));
    }
    return inflated(base64(field()));
  }

  // Bindings 3.4.4.1: in this order, as encoded by whoever signed, and an absent RelayState left
  // out.
  private String signed() {
    var text = new StringBuilder();
    for (String name : List.of(field(), "RelayState", "SigAlg")) {
      if (raw.containsKey(name)) {
        text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(raw.get(name));
      }
    }
    return text.toString();
  }

  private String field() {
    return kind == Kind.REQUEST ? "SAMLRequest" : "SAMLResponse";
  }

  private String decoded(String name) throws Refusal {
    try {
      return URLDecoder.decode(raw.getOrDefault(name, ""), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      throw malformed("a percent-encoded " + name, "");
    }
  }

  private byte[] base64(String name) throws Refusal {
    try {
      // A plus sign that was sent bare reads as a blank.
      return Base64.getDecoder().decode(decoded(name).replace(' ', '+').replaceAll("[\r\n]", ""));
    } catch (IllegalArgumentException e) {
      throw malformed("base64 in " + name, "");
    }
  }

  private static byte[] inflated(byte[] deflated) throws Refusal {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(deflated);
      var out = new ByteArrayOutputStream();
      var buffer = new byte[4096];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0) {
          throw malformed("a complete deflated message", "a part of one");
        }
        out.write(buffer, 0, read);
        if (out.size() > MessageBytes.MOST_BYTES) {
          throw Refusal.of(
              CheckName.SIZE,
              ReasonCode.RESPONSE_TOO_LARGE,
              "at most " + MessageBytes.MOST_BYTES + " bytes",
              "more");
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw malformed("a deflated message", "");
    }
  }

  private static Refusal malformed(String expected, String received) {
    return Refusal.of(CheckName.SIZE, ReasonCode.MALFORMED_BASE64, expected, received);
  }

  private static Algorithm rsa(String bits) {
    return new Algorithm("RSA", List.of("SHA" + bits + "withRSA"));
  }

  // Some send the two numbers as ASN.1, some as they stand in XML signatures.
  private static Algorithm ecdsa(String bits) {
    String name = "SHA" + bits + "withECDSA";
    return new Algorithm("EC", List.of(name, name + "inP1363Format"));
  }
}
