package dev.gatehouse.org.organization;

import dev.gatehouse.ids.Id;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organization as the API shows it. */
@Schema(name = "Organization")
record OrganizationView(
    Id id,
    @Nullable String name,
    @Nullable String slug,
    @Nullable String externalId,
    boolean selfServeSso,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static OrganizationView of(Organization organization) {
    return new OrganizationView(
        organization.id(),
        organization.name(),
        organization.slug(),
        organization.externalId(),
        organization.isSelfServeSso(),
        organization.createdAt(),
        organization.updatedAt(),
        organization.version());
  }
}
