package dev.gatehouse.gateway.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.application.Application.Algorithm;
import dev.gatehouse.gateway.random.RandomTokens;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes ID tokens (OpenID Connect Core section 2). */
@Singleton
class IdTokens {

  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int HALF_OF_SHA_256 = 16;

  private final String issuer;
  private final SigningKeys keys;
  private final SigningWorkers workers;
  private final ObjectMapper json;

  IdTokens(
      @ConfigProperty(name = "gatehouse.public-url") String issuer,
      SigningKeys keys,
      SigningWorkers workers,
      ObjectMapper json) {
    this.issuer = issuer;
    this.keys = keys;
    this.workers = workers;
    this.json = json;
  }

  Uni<String> sign(RedeemedCode code, Algorithm algorithm, String accessToken, Instant now) {
    SigningKey key = keys.current(algorithm);
    String content = key.header() + "." + BASE64.encodeToString(payload(code, accessToken, now));
    return workers.run(() ->
        content
            + "."
            + BASE64.encodeToString(
                SigningProvider.sign(key, content.getBytes(StandardCharsets.US_ASCII))));
  }

  private byte[] payload(RedeemedCode code, String accessToken, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", code.application());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.putAll(code.identity());
    claims.put("auth_time", code.claims().authTime());
    if (!code.claims().amr().isEmpty()) {
      claims.put("amr", code.claims().amr());
    }
    claims.put("sid", code.signIn());
    if (code.nonce() != null) {
      claims.put("nonce", code.nonce());
    }
    claims.put("at_hash", halfHash(accessToken));
    try {
      return json.writeValueAsBytes(claims);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Claims are not writable as JSON", e);
    }
  }

  /** OpenID Connect Core section 3.1.3.6. */
  private static String halfHash(String accessToken) {
    return BASE64.encodeToString(Arrays.copyOf(RandomTokens.hash(accessToken), HALF_OF_SHA_256));
  }
}
