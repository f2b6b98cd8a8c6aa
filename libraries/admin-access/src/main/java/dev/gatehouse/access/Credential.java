package dev.gatehouse.access;

import dev.gatehouse.ids.Id;
import java.util.Set;

/** What a verified token says about its bearer, before any permission is looked up. */
sealed interface Credential {

  /**
   * Operators: our {@code client_credentials} tokens, or the platform's with its operator claim.
   */
  record OfOperator(String client) implements Credential {}

  /** An embed session: one member of one organization. */
  record OfMember(Id member, Id organization) implements Credential {}

  /** A user of the platform, by the platform's own id. */
  record OfPlatformUser(String externalId) implements Credential {}

  /** A set-up link that was exchanged: these steps of one organization, and nothing else. */
  record OfSetupLink(Id link, Id organization, Set<Step> steps) implements Credential {}
}
