package dev.gatehouse.live;

import java.util.Optional;

/**
 * A committed change, as a trigger announced it: {@code domain org_… dom_…}.
 *
 * @param topic what kind of thing changed
 * @param id which one
 */
record Change(String topic, String organization, String id) {

  static Optional<Change> parse(String payload) {
    String[] parts = payload.split(" ", -1);
    return parts.length == 3
        ? Optional.of(new Change(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }
}
