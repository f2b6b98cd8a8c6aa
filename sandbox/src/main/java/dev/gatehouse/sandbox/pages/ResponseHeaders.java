package dev.gatehouse.sandbox.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers of every answer: no third parties, no framing, nothing cached. */
final class ResponseHeaders {
  // No form-action: the identity provider's very purpose is to post a form to another site.
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:;"
          + " frame-ancestors 'none'; base-uri 'none'";

  @ServerResponseFilter
  void add(ContainerRequestContext request, ContainerResponseContext response) {
    var headers = response.getHeaders();
    // A page that embeds another origin's script says so itself.
    headers.computeIfAbsent("Content-Security-Policy", _ -> new ArrayList<>(List.of(POLICY)));
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Cache-Control", "no-store");
  }
}
