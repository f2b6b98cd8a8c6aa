package dev.gatehouse.gateway.openid;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start under an issuer that applications would refuse, or should. */
@Singleton
class UnsafeIssuer {

  void check(
      @Observes StartupEvent start, @ConfigProperty(name = "gatehouse.public-url") URI publicUrl) {
    check(publicUrl, ConfigUtils.isProfileActive("prod"));
  }

  /** OpenID Connect Discovery section 3: https, no query, no fragment; libraries append a path. */
  static void check(URI publicUrl, boolean production) {
    String path = publicUrl.getRawPath();
    if (publicUrl.getHost() == null
        || publicUrl.getRawQuery() != null
        || publicUrl.getRawFragment() != null
        || (path != null && !path.isEmpty())) {
      throw new IllegalStateException(
          "GATEHOUSE_PUBLIC_URL must be scheme and host alone, without a slash at the end; it is "
              + publicUrl);
    }
    if (production && !"https".equals(publicUrl.getScheme())) {
      throw new IllegalStateException(
          "GATEHOUSE_PUBLIC_URL must be https in production; it is " + publicUrl);
    }
  }
}
