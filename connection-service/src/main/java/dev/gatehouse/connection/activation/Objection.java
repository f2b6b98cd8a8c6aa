package dev.gatehouse.connection.activation;

import dev.gatehouse.ids.Id;
import java.util.List;

/** A reason why a revision may not go live. */
sealed interface Objection {

  /** The organization's switch for self-serve SSO is off. */
  record SwitchOff() implements Objection {}

  record NoTrustedKey() implements Objection {}

  /** Exactly this revision has to have passed. */
  record NotTested() implements Objection {}

  /** Those that are not verified; none where the connection has no domain at all. */
  record DomainsNotVerified(List<Id> domains) implements Objection {}

  /** People would be relinked, and nobody said that this is meant. */
  record RelinkUnconfirmed(boolean issuerChanges, boolean subjectChanges) implements Objection {}
}
