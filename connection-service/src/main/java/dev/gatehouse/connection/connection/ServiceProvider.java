package dev.gatehouse.connection.connection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Our side of the connection, fixed when it was created.
 *
 * @param redirectUri for OpenID Connect only, like jwksUrl
 */
public record ServiceProvider(
    String entityId,
    String acsUrl,
    String metadataUrl,
    @Nullable String redirectUri,
    @Nullable String jwksUrl,
    List<Key> keys) {

  /**
   * A key pair of ours.
   *
   * @param standing whether it is in use; the one that is comes first
   * @param certificate base64 of the DER form
   * @param sealedPrivateKey only the gateway can open it
   */
  public record Key(
      String id,
      String use,
      Standing standing,
      String certificate,
      Instant notAfter,
      String sealedPrivateKey) {

    /** SHA-256 of the certificate in hex, by which consoles name it. */
    String fingerprint() {
      try {
        byte[] der = Base64.getDecoder().decode(certificate);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public String toString() {
      return "Key[" + id + "]";
    }
  }

  /**
   * Where a key is in its life: {@code NEXT ──► CURRENT ──► FORMER ──► gone}. All are published.
   */
  public enum Standing {
    /** Signs what we send. */
    CURRENT,
    /** Waits until the identity provider knows it. */
    NEXT,
    /** Still published, for what is under way. */
    FORMER;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The one that signs requests. */
  public Key signingKey() {
    return keys.stream().filter(key -> key.use().equals("signing")).findFirst().orElseThrow();
  }
}
