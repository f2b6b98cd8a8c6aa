package dev.gatehouse.gateway.session;

/**
 * An identity provider's session as it is stored.
 *
 * @param key finds it again by connection and NameID
 * @param sealed opens for its sign-in only
 */
public record SealedIdpSession(String key, String sealed) {

  @Override
  public String toString() {
    return "SealedIdpSession[…]";
  }
}
