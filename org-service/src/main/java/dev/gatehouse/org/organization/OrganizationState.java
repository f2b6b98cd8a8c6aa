package dev.gatehouse.org.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The whole public state, as events carry it (contracts/events/organization.schema.json). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganizationState(
    Id id,
    Id organization,
    long epoch,
    long version,
    String status,
    @Nullable String name,
    @Nullable String slug,
    @Nullable String externalId,
    @Nullable Boolean selfServeSso,
    @Nullable Instant createdAt) {

  static OrganizationState of(Organization organization, long epoch) {
    boolean deleted = organization.isDeleted();
    return new OrganizationState(
        organization.id(),
        organization.id(),
        epoch,
        organization.version(),
        deleted ? "deleted" : "active",
        organization.name(),
        organization.slug(),
        organization.externalId(),
        deleted ? null : organization.isSelfServeSso(),
        deleted ? null : organization.createdAt());
  }
}
