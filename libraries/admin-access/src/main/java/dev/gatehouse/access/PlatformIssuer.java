package dev.gatehouse.access;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Trusts the platform's own issuer beside ours, where one is configured. */
@Singleton
class PlatformIssuer {

  void trust(
      @Observes Oidc oidc,
      @ConfigProperty(name = "gatehouse.admin.issuer") Optional<String> issuer,
      @ConfigProperty(name = "gatehouse.admin.audience") Optional<String> audience) {
    if (issuer.isEmpty() || audience.isEmpty()) {
      return;
    }
    oidc.create(
        OidcTenantConfig.builder()
            .tenantId("platform")
            .applicationType(ApplicationType.SERVICE)
            .authServerUrl(issuer.get())
            .token()
            .issuer(issuer.get())
            .audience(audience.get())
            .end()
            .build());
  }
}
