package dev.gatehouse.live;

import java.util.Map;

/**
 * One event of a stream.
 *
 * @param name what happened, for {@code addEventListener}
 * @param data written as JSON
 * @param last whether there is nothing to follow any more
 */
public record LiveEvent(String name, Object data, boolean last) {

  /** Everything there is, at the beginning and whenever something may have been missed. */
  public static LiveEvent snapshot(Object data) {
    return new LiveEvent("snapshot", data, false);
  }

  /** One thing as it is now. */
  public static LiveEvent changed(Object view) {
    return new LiveEvent("changed", view, false);
  }

  /** One thing is gone, or not to be seen any more. */
  public static LiveEvent removed(String id) {
    return new LiveEvent("removed", Map.of("id", id), false);
  }

  /** The stream is over, and why. */
  public static LiveEvent end(String code) {
    return new LiveEvent("end", Map.of("code", code), true);
  }
}
