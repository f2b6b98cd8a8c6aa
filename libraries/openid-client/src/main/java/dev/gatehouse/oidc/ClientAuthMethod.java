package dev.gatehouse.oidc;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways in which we can prove at a token endpoint who we are (OpenID Connect Core 9). */
public enum ClientAuthMethod {
  CLIENT_SECRET_BASIC,
  CLIENT_SECRET_POST,
  PRIVATE_KEY_JWT;

  /** The registered name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The method of that registered name, if we know it. */
  public static Optional<ClientAuthMethod> of(String code) {
    return Stream.of(values()).filter(method -> method.code().equals(code)).findFirst();
  }
}
