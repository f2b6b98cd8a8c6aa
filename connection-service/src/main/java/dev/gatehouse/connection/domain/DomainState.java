package dev.gatehouse.connection.domain;

import org.jspecify.annotations.Nullable;

/** What we read of a domain event. */
public record DomainState(
    String id,
    String organization,
    long epoch,
    long version,
    String status,
    @Nullable String name,
    @Nullable Long ownership) {

  public boolean isGone() {
    return status.equals("removed") || status.equals("deleted");
  }
}
