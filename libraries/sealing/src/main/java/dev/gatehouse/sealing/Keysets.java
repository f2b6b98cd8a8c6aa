package dev.gatehouse.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The Tink keysets of a service, read from the directory {@code gatehouse.keyset}: {@code own.json}
 * (AEAD), {@code gateway.json} (hybrid; private at the gateway, public elsewhere) and {@code
 * test-runs.json} (AEAD shared by connection-service and sso-gateway). A service without its keyset
 * does not start; tests get keysets that live as long as the process.
 */
@Startup
@Singleton
class Keysets {

  private final Optional<Path> directory;
  private final Map<String, KeysetHandle> forTests = new HashMap<>();

  Keysets(@ConfigProperty(name = "gatehouse.keyset") Optional<Path> directory)
      throws GeneralSecurityException {
    AeadConfig.register();
    HybridConfig.register();
    this.directory = directory;
    if (directory.isEmpty() && LaunchMode.current() == LaunchMode.NORMAL) {
      throw new IllegalStateException(
          "GATEHOUSE_KEYSET is not set: give the directory that holds own.json and gateway.json");
    }
  }

  /**
   * One for each name, so that what is sealed under its public half opens under its private one.
   */
  private synchronized KeysetHandle generated(String name, String template)
      throws GeneralSecurityException {
    KeysetHandle made = forTests.get(name);
    if (made == null) {
      made = KeysetHandle.generateNew(KeyTemplates.get(template));
      forTests.put(name, made);
    }
    return made;
  }

  KeysetHandle read(String name, String templateForTests) {
    try {
      if (directory.isEmpty()) {
        return generated(name, templateForTests);
      }
      Path file = directory.get().resolve(name);
      if (!Files.isReadable(file)) {
        throw new IllegalStateException("GATEHOUSE_KEYSET has no readable " + name);
      }
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("GATEHOUSE_KEYSET: " + name + " is not a Tink keyset", e);
    }
  }
}
