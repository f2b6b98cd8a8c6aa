package dev.gatehouse.quickstart;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The keys of the four services, made once and kept: losing them makes sealed data unreadable.
 *
 * <p>Each service has a directory of its own with exactly the keys it may hold. Only the gateway's
 * has the private half of the keyset that the others seal to.
 */
final class Keysets {
  private final Path root;

  Keysets(Path root) {
    this.root = root;
  }

  Path directoryOf(Part service) {
    return root.resolve(service.id());
  }

  /** Makes what is missing; never replaces a key that is there. */
  void create() {
    try {
      AeadConfig.register();
      HybridConfig.register();
      for (Part service : Arrays.stream(Part.values()).filter(Part::isService).toList()) {
        secret(directoryOf(service).resolve("own.json"), PredefinedAeadParameters.AES256_GCM);
      }
      createGatewayPair();
      createShared();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make the keysets in " + root, e);
    }
  }

  private void createGatewayPair() throws GeneralSecurityException {
    HpkeParameters hpke =
        HpkeParameters.builder()
            .setVariant(HpkeParameters.Variant.TINK)
            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
            .build();
    String pair = secret(directoryOf(Part.SSO_GATEWAY).resolve("gateway.json"), hpke);
    KeysetHandle handle =
        TinkJsonProtoKeysetFormat.parseKeyset(pair, InsecureSecretKeyAccess.get());
    String publicHalf =
        TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(handle.getPublicKeysetHandle());
    for (Part service :
        new Part[] {Part.ORG_SERVICE, Part.DOMAIN_VERIFICATION_SERVICE, Part.CONNECTION_SERVICE}) {
      DataDirectory.writePrivate(directoryOf(service).resolve("gateway.json"), publicHalf);
    }
  }

  /** Test runs travel sealed between the two services that take part in them. */
  private void createShared() throws GeneralSecurityException {
    String shared =
        secret(
            directoryOf(Part.CONNECTION_SERVICE).resolve("test-runs.json"),
            PredefinedAeadParameters.AES256_GCM);
    DataDirectory.writePrivate(directoryOf(Part.SSO_GATEWAY).resolve("test-runs.json"), shared);
  }

  private static String secret(Path file, Parameters parameters) throws GeneralSecurityException {
    try {
      if (Files.exists(file)) {
        return Files.readString(file);
      }
      String keyset =
          TinkJsonProtoKeysetFormat.serializeKeyset(
              KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
      DataDirectory.writePrivate(file, keyset);
      return keyset;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
