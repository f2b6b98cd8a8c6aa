package dev.gatehouse.gateway.saml;

import java.net.URI;
import java.util.Optional;

/** A message of single logout on its way to an identity provider, by the connection's binding. */
public sealed interface OutgoingLogout {

  /** HTTP-Redirect binding. */
  record Redirect(URI address) implements OutgoingLogout {}

  /**
   * HTTP-POST binding.
   *
   * @param field {@code SAMLRequest} or {@code SAMLResponse}
   */
  record Post(URI destination, String field, String message, Optional<String> relayState)
      implements OutgoingLogout {}
}
