package dev.gatehouse.org.token;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** The service verifies tokens by its own published keys, as it does when it runs for real. */
public final class OwnIssuer implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    int port = freePort();
    return Map.of(
        "quarkus.http.test-port",
        String.valueOf(port),
        "quarkus.oidc.jwks-path",
        "http://localhost:" + port + "/v1/oauth/jwks");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
