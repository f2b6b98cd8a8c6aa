package dev.gatehouse.sealing;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Seals secrets that only the gateway may open, wherever they are stored or travel. */
public final class ToGateway {

  private final HybridEncrypt encrypt;

  ToGateway(KeysetHandle publicKeyset) {
    try {
      encrypt = publicKeyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keyset is not a public hybrid one", e);
    }
  }

  /** Encrypts for the gateway; the context names the thing and the field. */
  public String seal(byte[] secret, String context) {
    try {
      return Base64.getEncoder()
          .encodeToString(encrypt.encrypt(secret, context.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot encrypt", e);
    }
  }
}
