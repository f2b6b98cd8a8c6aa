package dev.gatehouse.connection.domain;

import dev.gatehouse.ids.Id;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks for one domain, in a session of its own. */
@ApplicationScoped
public class LookUpDomain {

  private final KnownDomains domains;

  LookUpDomain(KnownDomains domains) {
    this.domains = domains;
  }

  @WithSession
  public Uni<Optional<KnownDomain>> find(Id id) {
    return domains.findById(id.toString()).map(Optional::ofNullable);
  }
}
