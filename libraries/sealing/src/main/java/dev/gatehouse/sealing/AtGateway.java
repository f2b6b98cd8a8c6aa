package dev.gatehouse.sealing;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Opens what the other services sealed to the gateway. Only the gateway has the keyset for it. */
public final class AtGateway {

  private final HybridDecrypt decrypt;

  AtGateway(KeysetHandle privateKeyset) {
    try {
      decrypt = privateKeyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keyset is not a private hybrid one", e);
    }
  }

  /** Decrypts what {@link ToGateway#seal} gave, or throws {@link SealedUnreadable}. */
  public byte[] open(String sealed, String context) {
    try {
      return decrypt.decrypt(
          Base64.getDecoder().decode(sealed), context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealedUnreadable(context, e);
    }
  }
}
