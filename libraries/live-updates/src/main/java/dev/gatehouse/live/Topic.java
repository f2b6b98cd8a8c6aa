package dev.gatehouse.live;

import dev.gatehouse.ids.Id;
import org.jspecify.annotations.Nullable;

/**
 * What a stream follows.
 *
 * @param name the kind of thing, as the trigger names it
 * @param id one thing, or null for all of the organization
 */
public record Topic(String name, Id organization, @Nullable Id id) {

  /** Everything of this kind that the organization has. */
  public static Topic all(String name, Id organization) {
    return new Topic(name, organization, null);
  }

  boolean covers(Change change) {
    return change.topic().equals(name)
        && change.organization().equals(organization.toString())
        && (id == null || change.id().equals(id.toString()));
  }
}
