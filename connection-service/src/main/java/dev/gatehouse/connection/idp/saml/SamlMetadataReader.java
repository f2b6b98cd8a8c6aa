package dev.gatehouse.connection.idp.saml;

import dev.gatehouse.connection.cpu.CpuWork;
import dev.gatehouse.connection.idp.IdpMetadataReader;
import dev.gatehouse.saml.MetadataOutcome;
import dev.gatehouse.saml.SamlServiceProvider;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/** Reading is CPU work, so it happens on a worker; the library takes a second to get ready. */
@ApplicationScoped
class SamlMetadataReader implements IdpMetadataReader {

  private final CpuWork work;
  private final Clock clock;
  private final FutureTask<SamlServiceProvider> library =
      new FutureTask<>(SamlServiceProvider::create);

  SamlMetadataReader(CpuWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  /** Beside the rest of the start, so that the first admin does not wait. */
  void prepare(@Observes StartupEvent start) {
    Thread.ofPlatform().name("saml-library").daemon().start(library);
  }

  @Override
  public Uni<MetadataOutcome> read(byte[] xml, Optional<String> entityId) {
    return work.run(() -> library.get().readMetadata(xml, entityId, clock.instant()));
  }
}
