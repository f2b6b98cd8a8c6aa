package dev.gatehouse.verification.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public state of a domain, as {@code contracts/events/domain.schema.json} says. */
record DomainData(
    String id,
    String organization,
    long epoch,
    long version,
    DomainStatus status,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
    @Nullable Long ownership,
    @Nullable VerifiedBy verifiedBy,
    @Nullable Instant verifiedAt,
    @Nullable Instant lapsesAt,
    Instant createdAt) {

  static DomainData of(Domain domain, long epoch) {
    Optional<Ownership> ownership = domain.ownership();
    return new DomainData(
        domain.id().toString(),
        domain.organization().toString(),
        epoch,
        domain.version(),
        domain.status(),
        domain.status() == DomainStatus.DELETED ? null : domain.name().ascii(),
        ownership.map(Ownership::number).orElse(null),
        ownership.map(Ownership::by).orElse(null),
        ownership.map(Ownership::since).orElse(null),
        domain.state() instanceof DomainState.Lapsing lapsing ? lapsing.lapsesAt() : null,
        domain.createdAt());
  }
}
