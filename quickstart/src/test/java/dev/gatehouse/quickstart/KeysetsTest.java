package dev.gatehouse.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetsTest {
  private static final byte[] CONTEXT = "connection/sp-key".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;
  private Keysets keysets = new Keysets(Path.of("replaced"));

  @BeforeEach
  void create() {
    keysets = new Keysets(directory);
    keysets.create();
  }

  @Test
  void whatAServiceSealsOnlyTheGatewayOpens() throws Exception {
    byte[] sealed =
        keyset(Part.CONNECTION_SERVICE, "gateway.json")
            .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
            .encrypt(new byte[] {7}, CONTEXT);

    assertThat(
            keyset(Part.SSO_GATEWAY, "gateway.json")
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                .decrypt(sealed, CONTEXT))
        .containsExactly(7);
  }

  @Test
  void aServiceDoesNotHoldTheGatewaysPrivateKey() {
    assertThatThrownBy(() ->
            keyset(Part.CONNECTION_SERVICE, "gateway.json")
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void onlyTheTwoThatShareTestRunsHaveTheirKey() throws Exception {
    assertThat(file(Part.CONNECTION_SERVICE, "test-runs.json"))
        .hasSameTextualContentAs(file(Part.SSO_GATEWAY, "test-runs.json"));
    assertThat(file(Part.ORG_SERVICE, "test-runs.json")).doesNotExist();
    assertThat(Files.readString(file(Part.ORG_SERVICE, "own.json")))
        .isNotEqualTo(Files.readString(file(Part.SSO_GATEWAY, "own.json")));
  }

  @Test
  void onlyTheOwnerMayReadThem() throws Exception {
    assertThat(Files.getPosixFilePermissions(file(Part.SSO_GATEWAY, "gateway.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aKeyThatIsThereIsNeverReplaced() throws Exception {
    String before = Files.readString(file(Part.SSO_GATEWAY, "gateway.json"));
    keysets.create();
    assertThat(file(Part.SSO_GATEWAY, "gateway.json")).hasContent(before);
  }

  private Path file(Part service, String name) {
    return keysets.directoryOf(service).resolve(name);
  }

  private KeysetHandle keyset(Part service, String name) throws Exception {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        Files.readString(file(service, name)), InsecureSecretKeyAccess.get());
  }
}
