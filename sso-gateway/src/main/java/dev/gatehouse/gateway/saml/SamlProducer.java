package dev.gatehouse.gateway.saml;

import dev.gatehouse.saml.SamlServiceProvider;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the SAML library ready at start-up: the first message should not wait for it. */
@Singleton
class SamlProducer {

  @Produces
  @Singleton
  @Startup
  SamlServiceProvider saml() {
    return SamlServiceProvider.create();
  }
}
