package dev.gatehouse.saml;

import java.net.URI;
import java.util.Optional;

/**
 * Where an identity provider takes part in single logout.
 *
 * @param location where requests go
 * @param responseLocation where responses go, where that is another address (Metadata 2.2.2)
 */
public record LogoutService(URI location, Optional<URI> responseLocation, Binding binding) {

  /** How messages travel there. */
  public enum Binding {
    REDIRECT,
    POST
  }
}
