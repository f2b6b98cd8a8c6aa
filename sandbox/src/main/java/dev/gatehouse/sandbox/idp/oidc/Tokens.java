package dev.gatehouse.sandbox.idp.oidc;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Codes (redeemed once) and access tokens, in memory. */
@Singleton
final class Tokens {
  private static final int MOST = 1000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, Grant> codes = new Bounded();
  private final Map<String, Grant> accessTokens = new Bounded();

  synchronized String code(Grant grant) {
    String code = random(20);
    codes.put(code, grant);
    return code;
  }

  synchronized Optional<Grant> redeem(String code) {
    return Optional.ofNullable(codes.remove(code));
  }

  synchronized String accessToken(Grant grant) {
    String token = random(20);
    accessTokens.put(token, grant);
    return token;
  }

  synchronized Optional<Grant> read(String accessToken) {
    return Optional.ofNullable(accessTokens.get(accessToken));
  }

  static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static final class Bounded extends LinkedHashMap<String, Grant> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Grant> eldest) {
      return size() > MOST;
    }
  }
}
