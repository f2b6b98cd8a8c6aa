package dev.gatehouse.saml.offline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.saml.IdpCertificate;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/** Messages, certificates and keys, given inline or as the path of a file. */
final class Material {

  private static final int LONGEST_PATH = 4096;
  private static final long LARGEST_FILE = 64L * 1024 * 1024;

  private Material() {}

  /** The content of a file, or the text itself where it cannot be a path. */
  static byte[] bytes(String value) throws BadInput {
    if (value.strip().startsWith("<") || value.startsWith("\ufeff") || value.contains("-----")) {
      return value.getBytes(StandardCharsets.UTF_8);
    }
    var file = existing(value);
    if (file.isEmpty()) {
      return value.getBytes(StandardCharsets.UTF_8);
    }
    try {
      if (Files.size(file.getFirst()) > LARGEST_FILE) {
        throw new BadInput("The file is too large: " + value);
      }
      return Files.readAllBytes(file.getFirst());
    } catch (IOException e) {
      throw new BadInput("The file cannot be read: " + value);
    }
  }

  private static List<Path> existing(String value) {
    if (value.length() > LONGEST_PATH) {
      return List.of();
    }
    try {
      var path = Path.of(value);
      return Files.isRegularFile(path) ? List.of(path) : List.of();
    } catch (InvalidPathException notAPath) {
      return List.of();
    }
  }

  static IdpCertificate certificate(String value) throws BadInput {
    try {
      return IdpCertificate.parse(bytes(value));
    } catch (IllegalArgumentException e) {
      throw new BadInput("A certificate cannot be read: " + e.getMessage());
    }
  }

  static PrivateKey privateKey(String value) throws BadInput {
    String text = new String(bytes(value), StandardCharsets.ISO_8859_1);
    try {
      return text.contains("-----BEGIN") ? fromPem(text) : fromDer(base64(text));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new BadInput(
          "A decryption key cannot be read; PKCS#8 or PKCS#1 in PEM form is needed.");
    }
  }

  private static PrivateKey fromPem(String text) throws IOException, GeneralSecurityException {
    try (var parser = new PEMParser(new StringReader(text))) {
      for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
        if (object instanceof PrivateKeyInfo info) {
          return fromDer(info.getEncoded());
        }
        if (object instanceof PEMKeyPair pair) {
          return fromDer(pair.getPrivateKeyInfo().getEncoded());
        }
      }
    }
    throw new IllegalArgumentException("no private key");
  }

  private static PrivateKey fromDer(byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  private static byte[] base64(String text) {
    return Base64.getMimeDecoder().decode(text);
  }

  /** A list, a single value or nothing. */
  static List<String> texts(JsonNode node, String name) throws BadInput {
    var texts = new ArrayList<String>();
    if (node.isTextual()) {
      texts.add(node.asText());
    } else if (node.isArray()) {
      for (var each : node) {
        if (!each.isTextual()) {
          throw new BadInput(name + " has to hold texts.");
        }
        texts.add(each.asText());
      }
    } else if (!node.isMissingNode() && !node.isNull()) {
      throw new BadInput(name + " has to be a text or a list of texts.");
    }
    return texts;
  }
}
