package dev.gatehouse.sandbox.idp.signin;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The identity provider's own names: its entity ID is the URL of its metadata. */
@Singleton
public final class IdpAddress {
  private final String base;

  IdpAddress(@ConfigProperty(name = "sandbox.public-url") String publicUrl) {
    base = publicUrl + "/idp";
  }

  public String entityId() {
    return base + "/metadata";
  }

  public String ssoUrl() {
    return base + "/sso";
  }

  public String sloUrl() {
    return base + "/slo";
  }
}
