package dev.gatehouse.sandbox.idp.oidc;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The issuer and what hangs on it. */
@Singleton
final class OidcAddress {
  private final String issuer;

  OidcAddress(@ConfigProperty(name = "sandbox.public-url") String publicUrl) {
    issuer = publicUrl + "/idp/oidc";
  }

  String issuer() {
    return issuer;
  }

  String at(String path) {
    return issuer + path;
  }
}
