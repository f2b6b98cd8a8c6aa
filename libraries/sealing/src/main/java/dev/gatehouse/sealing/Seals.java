package dev.gatehouse.sealing;

import com.google.crypto.tink.KeysetHandle;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;

/** Makes the seals that a service injects; each reads its keyset when it is first wanted. */
@Singleton
class Seals {

  private static final String HYBRID = "DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM";

  private final Keysets keysets;

  Seals(Keysets keysets) {
    this.keysets = keysets;
  }

  /** The service's own keyset, for secrets that only this service reads again. */
  @Produces
  @Singleton
  @Named("own")
  Seal own() {
    return new Seal(keysets.read("own.json", "AES256_GCM"));
  }

  /** The keyset that connection-service and sso-gateway share: test-run tickets and evidence. */
  @Produces
  @Singleton
  @Named("test-runs")
  Seal testRuns() {
    return new Seal(keysets.read("test-runs.json", "AES256_GCM"));
  }

  @Produces
  @Singleton
  ToGateway toGateway() throws GeneralSecurityException {
    KeysetHandle keyset = keysets.read("gateway.json", HYBRID);
    return new ToGateway(isPrivate(keyset) ? keyset.getPublicKeysetHandle() : keyset);
  }

  @Produces
  @Singleton
  AtGateway atGateway() {
    return new AtGateway(keysets.read("gateway.json", HYBRID));
  }

  private static boolean isPrivate(KeysetHandle keyset) {
    return keyset.getPrimary().getKey() instanceof com.google.crypto.tink.PrivateKey;
  }
}
