package dev.gatehouse.gateway.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.application.Application.Algorithm;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes logout tokens (OpenID Connect Back-Channel Logout 1.0 section 2.4). */
@Singleton
public class LogoutTokens {

  /** Long enough for two clocks, and no longer: a copy is good for nothing later. */
  private static final Duration LIFETIME = Duration.ofMinutes(2);

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String issuer;
  private final SigningKeys keys;
  private final SigningWorkers workers;
  private final ObjectMapper json;

  LogoutTokens(
      @ConfigProperty(name = "gatehouse.public-url") String issuer,
      SigningKeys keys,
      SigningWorkers workers,
      ObjectMapper json) {
    this.issuer = issuer;
    this.keys = keys;
    this.workers = workers;
    this.json = json;
  }

  /**
   * Who is signed out of what.
   *
   * @param jti the same however often it has to be sent
   */
  public record SignedOut(UUID jti, String application, String person, String sid) {}

  /** A token that says so now. */
  public Uni<String> sign(SignedOut signedOut, Algorithm algorithm, Instant now) {
    SigningKey key = keys.current(algorithm);
    String content = encoded(header(key, algorithm)) + "." + encoded(payload(signedOut, now));
    return workers.run(() ->
        content
            + "."
            + BASE64.encodeToString(
                SigningProvider.sign(key, content.getBytes(StandardCharsets.US_ASCII))));
  }

  private static Map<String, Object> header(SigningKey key, Algorithm algorithm) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm.name());
    // So that it is never taken for an ID token (section 2.4, RFC 8725 section 3.11).
    header.put("typ", "logout+jwt");
    header.put("kid", key.kid());
    return header;
  }

  private Map<String, Object> payload(SignedOut signedOut, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", signedOut.application());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put("jti", signedOut.jti().toString());
    claims.put("sub", signedOut.person());
    claims.put("sid", signedOut.sid());
    claims.put("events", Map.of(EVENT, Map.of()));
    return claims;
  }

  private String encoded(Map<String, Object> part) {
    try {
      return BASE64.encodeToString(json.writeValueAsBytes(part));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A logout token is not writable as JSON", e);
    }
  }
}
