package dev.gatehouse.gateway.projection;

import dev.gatehouse.ids.Id;
import org.jspecify.annotations.Nullable;

/** What we read of a domain event. */
record DomainState(
    Id id,
    Id organization,
    long epoch,
    long version,
    String status,
    @Nullable String name,
    @Nullable Long ownership) {}
