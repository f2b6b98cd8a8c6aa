package dev.gatehouse.saml;

import java.time.Instant;
import java.util.Optional;

/** A message of single logout on its way to an identity provider (SAML Core 3.7); always signed. */
public sealed interface LogoutMessage {

  /** Starts with a letter or an underscore, as every {@code xs:ID}. */
  String id();

  String issuer();

  /** The identity provider's address for the binding used. */
  String destination();

  Instant issueInstant();

  Optional<String> relayState();

  RequestSigningKey signingKey();

  /** Asks to end the session of a person. */
  record Request(
      String id,
      String issuer,
      String destination,
      Instant issueInstant,
      Instant notOnOrAfter,
      LogoutSubject subject,
      Optional<String> relayState,
      RequestSigningKey signingKey)
      implements LogoutMessage {}

  /**
   * Says what became of such a request.
   *
   * @param inResponseTo the request's id
   */
  record Response(
      String id,
      String issuer,
      String destination,
      Instant issueInstant,
      String inResponseTo,
      LogoutStatus status,
      Optional<String> relayState,
      RequestSigningKey signingKey)
      implements LogoutMessage {}
}
