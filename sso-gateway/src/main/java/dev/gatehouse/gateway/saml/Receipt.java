package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.ids.Id;

/** What became of a posted response; says nothing of whether it was accepted. */
sealed interface Receipt {

  /** The verdict is stored; the browser goes on to where its cookie is looked at. */
  record Kept(Id attempt) implements Receipt {}

  /** It belongs to no attempt, so it was not looked at. */
  record NotAsked(KnownConnection connection) implements Receipt {}

  /** It names no stored request, and nothing else says which connection it is for. */
  record Unsolicited() implements Receipt {}

  /** No such connection. */
  record NoConnection() implements Receipt {}
}
