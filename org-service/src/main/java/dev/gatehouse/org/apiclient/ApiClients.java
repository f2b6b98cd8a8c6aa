package dev.gatehouse.org.apiclient;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.MalformedId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clients as stored, and the one from configuration. */
@ApplicationScoped
public class ApiClients implements PanacheRepositoryBase<ApiClient, UUID> {

  private final BootstrapClient bootstrap;

  ApiClients(BootstrapClient bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Whether this is the secret of this client. */
  @WithSession
  public Uni<Boolean> authenticate(String clientId, String secret) {
    ClientSecret presented = new ClientSecret(secret);
    if (bootstrap.is(clientId, presented)) {
      return Uni.createFrom().item(true);
    }
    return known(clientId)
        .map(id -> findById(id.uuid()).map(found -> found != null && found.has(presented)))
        .orElseGet(() -> Uni.createFrom().item(false));
  }

  Uni<List<ApiClient>> list(@Nullable Id after, int limit) {
    return (after == null ? find("order by id") : find("id > ?1 order by id", after.uuid()))
        .page(Page.ofSize(limit))
        .list();
  }

  private static Optional<Id> known(String clientId) {
    try {
      return Optional.of(Id.parse(IdKind.API_CLIENT, clientId));
    } catch (MalformedId e) {
      return Optional.empty();
    }
  }
}
