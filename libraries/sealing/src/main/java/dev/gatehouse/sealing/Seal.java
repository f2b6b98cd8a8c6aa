package dev.gatehouse.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Authenticated encryption under one keyset. The context (which thing, which field) is bound as
 * associated data, so that a sealed value moved to another row does not open.
 */
public final class Seal {

  private final Aead aead;

  Seal(KeysetHandle keyset) {
    try {
      aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keyset is not for AEAD", e);
    }
  }

  /** Encrypts; the result is base64. */
  public String seal(byte[] secret, String context) {
    try {
      return Base64.getEncoder()
          .encodeToString(aead.encrypt(secret, context.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot encrypt", e);
    }
  }

  /**
   * Decrypts what {@link #seal} gave for the same context, or throws {@link SealedUnreadable}. The
   * URL-safe alphabet is read as well, for what travels in links (RFC 4648 section 5).
   */
  public byte[] open(String sealed, String context) {
    try {
      return aead.decrypt(
          Base64.getDecoder().decode(sealed.replace('-', '+').replace('_', '/')),
          context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealedUnreadable(context, e);
    }
  }
}
