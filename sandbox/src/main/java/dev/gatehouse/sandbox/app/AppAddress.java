package dev.gatehouse.sandbox.app;

import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brightdesk's own addresses. */
@Singleton
final class AppAddress {
  private final String base;

  AppAddress(@ConfigProperty(name = "sandbox.public-url") String publicUrl) {
    base = publicUrl + "/app";
  }

  URI home() {
    return URI.create(base);
  }

  URI callback() {
    return URI.create(base + "/callback");
  }

  URI initiate() {
    return URI.create(base + "/initiate");
  }

  boolean owns(String url) {
    return url.equals(base) || url.startsWith(base + "/") || url.startsWith(base + "?");
  }
}
