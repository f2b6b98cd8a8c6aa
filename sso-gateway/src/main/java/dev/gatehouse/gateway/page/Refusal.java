package dev.gatehouse.gateway.page;

import java.net.URI;
import java.util.Optional;

/**
 * What a person reads when a sign-in ends without success.
 *
 * @param code a stable name, shown small
 * @param reference under which an administrator finds the rest; empty where nothing was recorded
 * @param back leads to the application, which may start again; empty where none is known
 */
public record Refusal(
    Wording heading, Wording text, String code, Optional<String> reference, Optional<URI> back) {

  /** A refusal that nobody has to look up. */
  public static Refusal plain(Wording heading, Wording text, String code) {
    return new Refusal(heading, text, code, Optional.empty(), Optional.empty());
  }

  /** The same with a way back to the application. */
  public Refusal withWayBack(URI target) {
    return new Refusal(heading, text, code, reference, Optional.of(target));
  }
}
