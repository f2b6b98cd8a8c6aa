package dev.gatehouse.org.apiclient;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first client, from configuration; taking it out of the configuration revokes it. */
@ApplicationScoped
class BootstrapClient {

  private static final int SHORTEST_SECRET = 32;

  private final Optional<String> id;
  private final Optional<String> secret;

  BootstrapClient(
      @ConfigProperty(name = "gatehouse.bootstrap.client-id") Optional<String> id,
      @ConfigProperty(name = "gatehouse.bootstrap.client-secret") Optional<String> secret) {
    this.id = id;
    this.secret = secret;
  }

  void refuseWeakSecrets(@Observes StartupEvent start) {
    if (LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod")) {
      requireStrong();
    }
  }

  void requireStrong() {
    secret.ifPresent(value -> {
      if (value.length() < SHORTEST_SECRET) {
        throw new IllegalStateException(
            "GATEHOUSE_BOOTSTRAP_CLIENT_SECRET is shorter than "
                + SHORTEST_SECRET
                + " characters; the production profile refuses to start with it");
      }
    });
  }

  boolean is(String clientId, ClientSecret presented) {
    return id.isPresent()
        && secret.isPresent()
        && presented.hashesTo(new ClientSecret(secret.get()).hash())
        && id.get().equals(clientId);
  }
}
