package dev.gatehouse.oidc.discovery;

import dev.gatehouse.oidc.JsonObject;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome.Refused;
import dev.gatehouse.oidc.fetch.HttpAnswer;
import dev.gatehouse.oidc.fetch.HttpFetch;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Optional;

/** Reads the configuration that a provider publishes (OpenID Connect Discovery 1.0 section 4). */
public final class Discovery {

  private final HttpFetch fetch;

  public Discovery(HttpFetch fetch) {
    this.fetch = fetch;
  }

  /** Accepts the issuer itself or the address of its discovery document. Never fails. */
  public Uni<DiscoveryOutcome> read(URI issuerOrDiscoveryUrl) {
    return switch (DiscoveryAddress.of(issuerOrDiscoveryUrl)) {
      case DiscoveryAddress.Judged.Bad bad -> Uni.createFrom().item(bad.why());
      case DiscoveryAddress.Judged.Good good ->
          fetch
              .get(good.address().document(), Optional.empty())
              .map(answer -> understand(good.address(), answer));
    };
  }

  private static DiscoveryOutcome understand(DiscoveryAddress address, HttpAnswer answer) {
    return switch (answer) {
      case HttpAnswer.NoAnswer none ->
          refused(DiscoveryProblem.DISCOVERY_UNREACHABLE, address, none.text());
      case HttpAnswer.Answered answered when answered.status() != 200 ->
          refused(
              DiscoveryProblem.DISCOVERY_STATUS,
              address,
              DiscoveryText.STATUS.with(answered.status()));
      case HttpAnswer.Answered answered ->
          JsonObject.parse(answered.body())
              .map(document -> new DocumentReader(address, document).read())
              .orElseGet(() ->
                  refused(
                      DiscoveryProblem.DISCOVERY_NOT_JSON, address, DiscoveryText.NOT_JSON.text()));
    };
  }

  private static Refused refused(DiscoveryProblem problem, DiscoveryAddress address, String text) {
    return DiscoveryAddress.refused(problem, "a configuration at " + address.document(), "", text);
  }
}
