package dev.gatehouse.gateway.relyingparty;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.ids.Id;

/** What became of a browser's return; says nothing of whether its answer was accepted. */
sealed interface Callback {

  /** Whatever there is to say is stored; the browser goes on to where it is said. */
  record GoOn(Id attempt) implements Callback {}

  /** It belongs to no attempt, so it was not looked at. */
  record NotAsked(KnownConnection connection) implements Callback {}

  /** It belongs to an attempt of another browser, which may still come. */
  record OtherBrowser(Attempt attempt) implements Callback {}

  /** No such connection. */
  record NoConnection() implements Callback {}
}
