package dev.gatehouse.oidc.fetch;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Asks identity providers. An implementation guards every address anew, follows no redirect, bounds
 * size and time, never fails its {@code Uni}, and logs neither form nor authorization.
 */
public interface HttpFetch {

  /**
   * @param authorization the value of the Authorization header
   */
  Uni<HttpAnswer> get(URI address, Optional<String> authorization);

  /**
   * Posts a form.
   *
   * @param authorization the value of the Authorization header
   */
  Uni<HttpAnswer> post(URI address, Map<String, String> form, Optional<String> authorization);
}
