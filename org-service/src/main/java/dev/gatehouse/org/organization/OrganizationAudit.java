package dev.gatehouse.org.organization;

import org.jspecify.annotations.Nullable;

/** What audit records show of an organization before and after a change. */
record OrganizationAudit(
    @Nullable String name,
    @Nullable String slug,
    @Nullable String externalId,
    boolean selfServeSso) {

  static OrganizationAudit of(Organization organization) {
    return new OrganizationAudit(
        organization.name(),
        organization.slug(),
        organization.externalId(),
        organization.isSelfServeSso());
  }
}
