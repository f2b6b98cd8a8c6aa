package dev.gatehouse.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start where a token of the wrong issuer would open the admin APIs. */
@Singleton
class UnsafeIssuers {

  void refuse(
      @Observes StartupEvent start,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl,
      @ConfigProperty(name = "gatehouse.admin.issuer") Optional<String> issuer,
      @ConfigProperty(name = "gatehouse.admin.audience") Optional<String> audience,
      @ConfigProperty(name = "gatehouse.admin.operator-claim") Optional<String> operatorClaim) {
    check(publicUrl, issuer, audience, operatorClaim);
  }

  static void check(
      String publicUrl,
      Optional<String> issuer,
      Optional<String> audience,
      Optional<String> operatorClaim) {
    issuer.ifPresent(url -> {
      if (withoutSlash(url).equals(withoutSlash(publicUrl))) {
        throw new IllegalStateException(
            "GATEHOUSE_ADMIN_ISSUER is the gateway's own issuer: everyone who signs in would be"
                + " let into the admin APIs");
      }
      if (audience.isEmpty()) {
        throw new IllegalStateException(
            "GATEHOUSE_ADMIN_AUDIENCE is mandatory with GATEHOUSE_ADMIN_ISSUER: without it any"
                + " token of that issuer would do");
      }
    });
    operatorClaim.ifPresent(claim -> {
      if (claim.indexOf('=') < 1) {
        throw new IllegalStateException(
            "GATEHOUSE_ADMIN_OPERATOR_CLAIM must be name=value, for example role=staff");
      }
    });
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
