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
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Messages, certificates and keys, given inline or as the path of a file. */
final class Material {

  private static final int LONGEST_PATH = 4096;
  private static final long LARGEST_FILE = 64L * 1024 * 1024;
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN [A-Z0-9 ]*CERTIFICATE-----[^-]*-----END [A-Z0-9 ]*-----");

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

  private static List<Path> existing(String value) throws BadInput {
    if (value.isEmpty() || value.length() > LONGEST_PATH) {
      return List.of();
    }
    try {
      var path = Path.of(value);
      if (Files.isRegularFile(path)) {
        return List.of(path);
      }
      if (Files.exists(path)) {
        throw new BadInput("This is a directory or a device, not a file: " + value);
      }
    } catch (InvalidPathException notAPath) {
      return List.of();
    }
    // Base64 has no dots, and that of XML or of a certificate no slash in front.
    if (value.startsWith("/") || value.contains(".")) {
      throw new BadInput("There is no such file: " + value);
    }
    return List.of();
  }

  /** All of a file: while an identity provider changes its certificate, one often holds both. */
  static List<IdpCertificate> certificates(String value) throws BadInput {
    byte[] bytes = bytes(value);
    var pem = CERTIFICATE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    var several = pem.results().map(found -> found.group()).toList();
    try {
      return several.isEmpty()
          ? List.of(IdpCertificate.parse(bytes))
          : several.stream().map(IdpCertificate::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new BadInput("A certificate cannot be read: " + e.getMessage());
    }
  }

  static PrivateKey privateKey(String value) throws BadInput {
    byte[] bytes = bytes(value);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    try {
      if (text.contains("-----BEGIN")) {
        return fromPem(text);
      }
      return fromDer(text.startsWith("0") ? bytes : Base64.getMimeDecoder().decode(text));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new BadInput(
          "A decryption key cannot be read; an RSA key in PKCS#8 or PKCS#1, as PEM, is needed.");
    }
  }

  private static PrivateKey fromPem(String text)
      throws IOException, GeneralSecurityException, BadInput {
    try (var parser = new PEMParser(new StringReader(text))) {
      for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
        switch (object) {
          case PrivateKeyInfo info -> {
            return fromDer(info.getEncoded());
          }
          case PEMKeyPair pair -> {
            return fromDer(pair.getPrivateKeyInfo().getEncoded());
          }
          case PKCS8EncryptedPrivateKeyInfo _, PEMEncryptedKeyPair _ ->
              throw new BadInput("The decryption key has a password; it is needed without one.");
          default -> {}
        }
      }
    }
    throw new IllegalArgumentException("no private key");
  }

  private static PrivateKey fromDer(byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
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
