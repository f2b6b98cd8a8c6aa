package dev.gatehouse.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * An identity provider's session as it is stored.
 *
 * @param key finds it again by connection and NameID
 * @param sidKey finds it again by connection and {@code sid}; null for SAML, which always names the
 *     person
 * @param sealed opens for its sign-in only
 */
public record SealedIdpSession(String key, @Nullable String sidKey, String sealed) {

  @Override
  public String toString() {
    return "SealedIdpSession[…]";
  }
}
