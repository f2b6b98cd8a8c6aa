package dev.gatehouse.connection.idp;

import dev.gatehouse.connection.idp.OidcReading.Refused;
import dev.gatehouse.connection.idp.OidcReading.Understood;
import dev.gatehouse.connection.idp.OidcReading.Why;
import dev.gatehouse.fetch.FetchOutcome;
import dev.gatehouse.fetch.GuardedFetch;
import dev.gatehouse.oidc.discovery.Discovery;
import dev.gatehouse.oidc.discovery.DiscoveryOutcome;
import dev.gatehouse.oidc.discovery.DiscoveryProblem;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.oidc.fetch.HttpFetch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Discovers an OpenID provider. Fetches; must be called before a transaction. */
@ApplicationScoped
public class ReadOidcProvider {

  private final Discovery discovery;
  private final GuardedFetch fetch;
  private final BrowserAddresses browser;

  ReadOidcProvider(HttpFetch http, GuardedFetch fetch, BrowserAddresses browser) {
    this.discovery = new Discovery(http);
    this.fetch = fetch;
    this.browser = browser;
  }

  /**
   * Emits on the caller's Vert.x context.
   *
   * @param provider the key that the connection was created for
   * @param address the issuer, or where its configuration is
   */
  public Uni<OidcReading> read(String provider, URI address) {
    return discovery
        .read(address)
        .flatMap(outcome ->
            switch (outcome) {
              case DiscoveryOutcome.Found found -> onSafeAddresses(provider, found.metadata());
              case DiscoveryOutcome.Refused refused -> explained(address, refused);
            });
  }

  /** An address that we do not ask looks to discovery like one that does not answer. */
  private Uni<OidcReading> explained(URI address, DiscoveryOutcome.Refused refused) {
    Refused reading =
        new Refused(
            why(refused.problem()),
            refused.reason().text(),
            refused.reason().expected(),
            refused.reason().received());
    if (reading.why() != Why.FETCH_FAILED) {
      return Uni.createFrom().item(reading);
    }
    return fetch
        .refusal(address)
        .map(why ->
            why.<OidcReading>map(no -> new Refused(Why.FETCH_REFUSED, no.text(), "", ""))
                .orElse(reading));
  }

  private static Why why(DiscoveryProblem problem) {
    return switch (problem) {
      case DISCOVERY_NOT_A_URL, DISCOVERY_NOT_HTTPS -> Why.NOT_AN_ISSUER;
      case DISCOVERY_OKTA_ADMIN_HOST -> Why.OKTA_ADMIN_HOST;
      case DISCOVERY_ENTRA_SHARED_TENANT -> Why.ENTRA_SHARED_TENANT;
      case DISCOVERY_UNREACHABLE, DISCOVERY_STATUS -> Why.FETCH_FAILED;
      case DISCOVERY_NOT_JSON, DISCOVERY_ENDPOINT_MISSING -> Why.UNREADABLE;
      case DISCOVERY_ISSUER_MISMATCH -> Why.ISSUER_MISMATCH;
      case DISCOVERY_ENDPOINT_REFUSED -> Why.ENDPOINT_REFUSED;
      case DISCOVERY_NO_CODE_FLOW, DISCOVERY_NO_ALGORITHM, DISCOVERY_NO_AUTH_METHOD ->
          Why.UNSUPPORTED;
    };
  }

  /**
   * A document may point anywhere. The gateway guards every fetch again; here the admin learns of
   * it before people do.
   */
  private Uni<OidcReading> onSafeAddresses(String picked, ProviderMetadata found) {
    List<String> visited =
        Stream.concat(Stream.of(found.authorizationEndpoint()), found.endSessionEndpoint().stream())
            .map(URI::toString)
            .toList();
    return browser
        .unsafe(visited)
        .flatMap(unsafe ->
            unsafe.isEmpty()
                ? fetched(found)
                : Uni.createFrom()
                    .item(Optional.of(refused(unsafe.getFirst(), AdminText.NOT_HTTPS.text()))))
        .map(refusal -> refusal.orElseGet(() -> new Understood(found, warnings(picked, found))));
  }

  private Uni<Optional<OidcReading>> fetched(ProviderMetadata found) {
    return Multi.createFrom()
        .items(
            Stream.concat(
                Stream.of(found.tokenEndpoint(), found.jwksUri()),
                found.userInfoEndpoint().stream()))
        .onItem()
        .transformToUniAndConcatenate(url ->
            fetch.refusal(url).map(refusal -> refusal.map(no -> refused(url.toString(), no))))
        .collect()
        .asList()
        .map(refusals -> refusals.stream().flatMap(Optional::stream).findFirst());
  }

  private static OidcReading refused(String url, FetchOutcome.Refused no) {
    return refused(url, no.text());
  }

  private static OidcReading refused(String url, String text) {
    return new Refused(
        Why.ENDPOINT_REFUSED, AdminText.ENDPOINT_REFUSED.with(text), "a public https address", url);
  }

  private static List<Warning> warnings(String picked, ProviderMetadata found) {
    return Stream.concat(
            found.warnings().stream().map(text -> new Warning("provider_configuration", text)),
            differs(picked, found).stream())
        .toList();
  }

  /** Rules follow the issuer, whatever was picked; the set-up guide follows what was picked. */
  private static Optional<Warning> differs(String picked, ProviderMetadata found) {
    Map<String, Boolean> looks =
        Map.of(
            "google-oidc", found.issuer().isGoogle(),
            "microsoft-entra-id-oidc", found.issuer().isEntra());
    String actual =
        looks.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(found.issuer().isOkta() ? "okta-oidc" : AdminText.ANOTHER_PROVIDER.text());
    // Okta organizations may have a domain of their own.
    boolean ownDomain =
        actual.equals(AdminText.ANOTHER_PROVIDER.text()) && !looks.containsKey(picked);
    return picked.equals(actual) || ownDomain
        ? Optional.empty()
        : Optional.of(
            new Warning("provider_differs", AdminText.OTHER_PROVIDER.with(actual, picked)));
  }
}
