package dev.gatehouse.connection.connection;

import java.time.Instant;
import java.util.List;
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
   * @param certificate base64 of the DER form
   * @param sealedPrivateKey only the gateway can open it
   */
  public record Key(
      String id, String use, String certificate, Instant notAfter, String sealedPrivateKey) {

    @Override
    public String toString() {
      return "Key[" + id + "]";
    }
  }

  /** The one that signs requests. */
  public Key signingKey() {
    return keys.stream().filter(key -> key.use().equals("signing")).findFirst().orElseThrow();
  }
}
