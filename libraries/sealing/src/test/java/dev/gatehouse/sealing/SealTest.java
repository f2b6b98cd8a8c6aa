package dev.gatehouse.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SealTest {

  @BeforeAll
  static void register() throws GeneralSecurityException {
    AeadConfig.register();
    HybridConfig.register();
  }

  @Test
  void aValueMovedToAnotherRowDoesNotOpen() throws GeneralSecurityException {
    Seal seal = new Seal(KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM")));
    String sealed = seal.seal("secret".getBytes(UTF_8), "con_a/client-secret");
    assertThat(new String(seal.open(sealed, "con_a/client-secret"), UTF_8)).isEqualTo("secret");
    assertThatThrownBy(() -> seal.open(sealed, "con_b/client-secret"))
        .isInstanceOf(SealedUnreadable.class);
  }

  @Test
  void onlyTheGatewayOpensWhatWasSealedToIt() throws GeneralSecurityException {
    KeysetHandle gateway =
        KeysetHandle.generateNew(
            KeyTemplates.get("DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM"));
    String sealed =
        new ToGateway(gateway.getPublicKeysetHandle()).seal("key".getBytes(UTF_8), "con_a/sp-key");
    assertThat(new String(new AtGateway(gateway).open(sealed, "con_a/sp-key"), UTF_8))
        .isEqualTo("key");
    assertThatThrownBy(() -> new AtGateway(gateway).open(sealed, "con_b/sp-key"))
        .isInstanceOf(SealedUnreadable.class);
  }
}
