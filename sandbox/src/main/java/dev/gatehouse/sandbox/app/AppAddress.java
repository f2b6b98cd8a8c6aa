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

  public URI home() {
    return URI.create(base);
  }

  public URI callback() {
    return URI.create(base + "/callback");
  }

  public URI backchannelLogout() {
    return URI.create(base + "/backchannel-logout");
  }

  public URI initiate() {
    return URI.create(base + "/initiate");
  }

  boolean owns(String url) {
    return url.equals(base) || url.startsWith(base + "/") || url.startsWith(base + "?");
  }
}
