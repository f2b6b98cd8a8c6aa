package dev.gatehouse.benchmarks;

import java.net.URI;
import java.util.Map;

/** Gatehouse's own gateway, past the front door, which is not what we measure. */
record Gatehouse(Running running, Target target) implements Product {

  @Override
  public URI authorize(String email, String challenge) {
    return running
        .gateway()
        .resolve(
            "/oauth2/authorize?"
                + Json.encode(Product.authorization(target.clientId, challenge))
                + "&"
                + Json.encode(Map.of("login_hint", email)));
  }

  @Override
  public URI token() {
    return running.gateway().resolve("/oauth2/token");
  }

  @Override
  public Map<String, String> tokenParameters() {
    return Map.of("client_id", target.clientId, "client_secret", target.clientSecret);
  }

  @Override
  public URI userInfo() {
    return running.gateway().resolve("/oauth2/userinfo");
  }

  @Override
  public URI reached(URI url) {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return running.gateway().resolve(url.getRawPath() + query);
  }
}
