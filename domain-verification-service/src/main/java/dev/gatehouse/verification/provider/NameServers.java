package dev.gatehouse.verification.provider;

import dev.gatehouse.verification.name.DomainName;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Finds the zone that holds a name. Best effort and never a failure. */
public interface NameServers {

  Uni<Optional<Zone>> zoneOf(DomainName name);

  /** A zone and the host names of its servers, lower case without trailing dot. */
  record Zone(DomainName name, List<String> servers) {}
}
