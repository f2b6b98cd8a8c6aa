package dev.gatehouse.saml.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the outer Response says. Where it is not signed, a wrong value still refuses, and a right
 * one proves nothing.
 *
 * @param statusCodes the status code and those nested in it
 */
public record ResponseValues(
    boolean signed,
    Optional<String> issuer,
    Optional<String> destination,
    Optional<String> inResponseTo,
    Instant issueInstant,
    List<String> statusCodes,
    Optional<String> statusMessage) {

  static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

  /** Whether the identity provider says that it signed somebody in. */
  public boolean isSuccess() {
    return !statusCodes.isEmpty() && statusCodes.getFirst().equals(SUCCESS);
  }

  /** The identity provider's own words about an error. */
  public String describeStatus() {
    String codes = String.join(" > ", statusCodes);
    return statusMessage.map(message -> codes + ": " + message).orElse(codes);
  }
}
