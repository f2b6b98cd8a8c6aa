package dev.gatehouse.sandbox.embed;

import jakarta.inject.Singleton;
import java.net.URI;

/**
 * The content security policy of a page that embeds the elements: one more origin, no inline code.
 */
@Singleton
final class EmbedPolicy {
  private final String origin;

  EmbedPolicy(GatehouseApi gatehouse) {
    URI base = gatehouse.base();
    origin = base.getScheme() + "://" + base.getRawAuthority();
  }

  String header() {
    return "default-src 'none'; style-src 'self'; img-src data:; script-src 'self' "
        + origin
        + "; connect-src 'self' "
        + origin
        + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  }
}
