package dev.gatehouse.saml;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** An identity provider's certificate; its key is what is trusted, its dates are only reported. */
public record IdpCertificate(
    X509Certificate certificate,
    String fingerprint,
    Instant notBefore,
    Instant notAfter,
    String keyAlgorithm,
    int keyBits) {

  private static final int MAX_CHARACTERS = 64 * 1024;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN [A-Z0-9 ]*CERTIFICATE-----([^-]*)-----END");

  /** Reads PEM, or base64 with or without line breaks. */
  public static IdpCertificate parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException(CertificateProblem.TOO_LONG.text());
    }
    var pem = PEM.matcher(text);
    String base64 = pem.find() ? pem.group(1) : text;
    if (base64.contains("-----BEGIN")) {
      throw new IllegalArgumentException(CertificateProblem.OTHER_PEM.text());
    }
    try {
      return parse(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(CertificateProblem.NOT_A_TEXT_OF_ONE.text(), e);
    }
  }

  /** Reads DER, or the bytes of a PEM file. */
  public static IdpCertificate parse(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] != 0x30) {
      return parse(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    try {
      var factory = CertificateFactory.getInstance("X.509");
      return of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException(CertificateProblem.NOT_ONE.text(), e);
    }
  }

  /** Describes a certificate that is already parsed. */
  public static IdpCertificate of(X509Certificate certificate) {
    PublicKey key = certificate.getPublicKey();
    return new IdpCertificate(
        certificate,
        sha256(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        key.getAlgorithm(),
        bits(key));
  }

  /** Whether the key is too weak for {@link Policy#STRICT}. */
  public boolean isWeak() {
    return switch (keyAlgorithm) {
      case "RSA" -> keyBits < 2048;
      case "EC" -> keyBits < 256;
      default -> true;
    };
  }

  /** PEM, as one would save it in a file. */
  public String toPem() {
    try {
      String body =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has an encoding", e);
    }
  }

  private static int bits(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength();
      case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
      default -> 0;
    };
  }

  private static String sha256(X509Certificate certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "IdpCertificate[" + fingerprint + "]";
  }
}
