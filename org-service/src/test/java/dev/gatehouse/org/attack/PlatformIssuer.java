package dev.gatehouse.org.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The platform's own identity provider, with discovery and keys, as the service meets it. */
public final class PlatformIssuer implements QuarkusTestResourceLifecycleManager {

  static final String AUDIENCE = "https://api.platform.example";
  private static final RSAKey KEY = key();
  private static volatile String issuer = "";
  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server = started;
      issuer = "http://localhost:" + started.getAddress().getPort();
      serve("/.well-known/openid-configuration", metadata());
      serve("/keys", new JWKSet(KEY).toString(true));
      started.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "gatehouse.admin.issuer", issuer,
        "gatehouse.admin.audience", AUDIENCE,
        "gatehouse.admin.operator-claim", "groups=gatehouse-staff");
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  /** Claims of a user's access token, ready to be spoiled. */
  static JWTClaimsSet.Builder claims(String user) {
    Instant now = Clock.systemUTC().instant();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(AUDIENCE)
        .subject(user)
        .issueTime(Date.from(now.minusSeconds(5)))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  static String signed(JWTClaimsSet.Builder claims) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(KEY.getKeyID())
              .type(JOSEObjectType.JWT)
              .build();
      SignedJWT token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(KEY));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String metadata() {
    return """
    {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",
     "token_endpoint":"%1$s/token"}\
    """
        .formatted(issuer);
  }

  private void serve(String path, String json) {
    if (server != null) {
      server.createContext(
          path,
          exchange -> {
            byte[] body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
    }
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("platform-key").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
