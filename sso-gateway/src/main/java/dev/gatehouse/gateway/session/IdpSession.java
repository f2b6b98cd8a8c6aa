package dev.gatehouse.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * How an identity provider names a person and its session with that person (SAML Core 3.7.1).
 *
 * @param nameId {@code sub} in OpenID Connect
 * @param sessionIndex {@code sid} in OpenID Connect; null where the identity provider gave none:
 *     then all its sessions are meant
 * @param openId null for SAML
 */
public record IdpSession(
    String nameId,
    @Nullable String nameIdFormat,
    @Nullable String sessionIndex,
    @Nullable OpenId openId) {

  /**
   * What only an OpenID provider's session has.
   *
   * @param idToken what it recognises its session by; null where that is of no use
   */
  public record OpenId(@Nullable String idToken) {
    @Override
    public String toString() {
      return "OpenId[…]";
    }
  }

  /** A session that SAML began. */
  public static IdpSession saml(
      String nameId, @Nullable String nameIdFormat, @Nullable String sessionIndex) {
    return new IdpSession(nameId, nameIdFormat, sessionIndex, null);
  }

  /** A session that OpenID Connect began. */
  public static IdpSession openId(
      String subject, @Nullable String session, @Nullable String idToken) {
    return new IdpSession(subject, null, session, new OpenId(idToken));
  }

  @Override
  public String toString() {
    return "IdpSession[…]";
  }
}
