package dev.gatehouse.sandbox.idp.provider;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.sandbox.kept.KeptFile;
import dev.gatehouse.sandbox.kept.KeptFiles;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every registered service provider; registering one again replaces it. */
@Singleton
public final class ServiceProviders {
  private final KeptFile<List<ServiceProvider>> providers;

  ServiceProviders(KeptFiles files) {
    providers = files.open("service-providers", new TypeReference<>() {}, List::of);
  }

  public List<ServiceProvider> all() {
    return providers.get();
  }

  public Optional<ServiceProvider> find(String entityId) {
    return providers.get().stream().filter(p -> p.entityId().equals(entityId)).findFirst();
  }

  void register(ServiceProvider provider) {
    providers.update(all -> {
      List<ServiceProvider> next = new ArrayList<>(all);
      next.removeIf(p -> p.entityId().equals(provider.entityId()));
      next.add(provider);
      return List.copyOf(next);
    });
  }

  void remove(String entityId) {
    providers.update(all -> all.stream().filter(p -> !p.entityId().equals(entityId)).toList());
  }
}
