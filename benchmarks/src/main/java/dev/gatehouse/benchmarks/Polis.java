package dev.gatehouse.benchmarks;

import java.net.URI;
import java.util.Map;

/** Ory Polis, as its npm package behind the small server in {@code benchmarks/polis}. */
final class Polis implements Product {

  private final URI base;

  Polis(URI base) {
    this.base = base;
  }

  void prepare(IdentityProvider idp) {
    new Json()
        .send(
            "POST",
            base.resolve("/connections"),
            "",
            null,
            Map.of(
                "tenant",
                "bench",
                "product",
                "bench",
                "redirectUrl",
                CALLBACK,
                "defaultRedirectUrl",
                CALLBACK,
                "rawMetadata",
                idp.metadata()));
  }

  @Override
  public URI authorize(String email, String challenge) {
    return base.resolve(
        "/authorize?tenant=bench&product=bench&"
            + Json.encode(Product.authorization("dummy", challenge)));
  }

  @Override
  public URI token() {
    return base.resolve("/token");
  }

  @Override
  public Map<String, String> tokenParameters() {
    return Map.of("client_id", "dummy", "client_secret", "dummy");
  }

  @Override
  public URI userInfo() {
    return base.resolve("/userinfo");
  }
}
