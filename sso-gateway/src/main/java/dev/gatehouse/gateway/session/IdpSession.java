package dev.gatehouse.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * How an identity provider names a person and its session with that person (SAML Core 3.7.1).
 *
 * @param sessionIndex null where the identity provider gave none: then all its sessions are meant
 */
public record IdpSession(
    String nameId, @Nullable String nameIdFormat, @Nullable String sessionIndex) {

  @Override
  public String toString() {
    return "IdpSession[…]";
  }
}
