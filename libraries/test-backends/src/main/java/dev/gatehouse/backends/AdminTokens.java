package dev.gatehouse.backends;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Signs admin tokens as org-service would, with a key that lives as long as the test JVM. */
public final class AdminTokens {

  public static final String PUBLIC_URL = "http://localhost:8080";
  private static final String ISSUER = PUBLIC_URL + "/v1/oauth";
  private static final ECKey KEY = newKey("test-key");
  private static @Nullable HttpServer server;

  private AdminTokens() {}

  /** An operator's token. */
  public static String operator() {
    return sign(claims("operator").claim("scope", "operator"), "at+jwt");
  }

  /** The token of an embed session: this member of this organization. */
  public static String member(String organization, String member) {
    return sign(claims(member).claim("organization", organization), "at+jwt");
  }

  /** The token of a set-up link, for these steps of this organization. */
  public static String setupLink(String organization, String link, String... steps) {
    String scope = "setup:" + String.join(" setup:", steps);
    return sign(claims(link).claim("organization", organization).claim("scope", scope), "at+jwt");
  }

  /** A token that the gateway issues to applications; no admin API may accept it. */
  public static String ofGateway(String person) {
    return sign(claims(person).issuer(PUBLIC_URL).audience(PUBLIC_URL), "at+jwt");
  }

  /** Like {@link #operator} but typed as an ID token. */
  public static String operatorIdToken() {
    return sign(claims("operator").claim("scope", "operator"), "JWT");
  }

  private static JWTClaimsSet.Builder claims(String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("urn:gatehouse:admin")
        .subject(subject)
        .issueTime(Date.from(now.minusSeconds(5)))
        .expirationTime(Date.from(now.plusSeconds(3600)));
  }

  private static String sign(JWTClaimsSet.Builder claims, String type) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .keyID(KEY.getKeyID())
              .type(new JOSEObjectType(type))
              .build();
      SignedJWT token = new SignedJWT(header, claims.build());
      token.sign(new ECDSASigner(KEY));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static synchronized String serveKeys() throws IOException {
    HttpServer keys =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = new JWKSet(KEY).toString(true).getBytes(StandardCharsets.UTF_8);
    keys.createContext(
        "/jwks",
        exchange -> {
          exchange.getResponseHeaders().add("content-type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    keys.start();
    server = keys;
    return "http://localhost:" + keys.getAddress().getPort() + "/jwks";
  }

  static synchronized void stopServing() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }
}
