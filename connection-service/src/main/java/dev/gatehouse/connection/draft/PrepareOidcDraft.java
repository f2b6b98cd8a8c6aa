package dev.gatehouse.connection.draft;

import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.cpu.CpuWork;
import dev.gatehouse.connection.idp.ReadOidcProvider;
import dev.gatehouse.connection.provider.Provider;
import dev.gatehouse.connection.provider.Providers;
import dev.gatehouse.connection.settings.OidcSettings;
import dev.gatehouse.ids.Id;
import dev.gatehouse.oidc.discovery.ProviderMetadata;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import dev.gatehouse.sealing.ToGateway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Discovers what an OpenID Connect draft is about and seals its secret, before any transaction. */
@ApplicationScoped
class PrepareOidcDraft {

  private final Providers providers;
  private final ReadOidcProvider readProvider;
  private final ToGateway gateway;
  private final CpuWork work;

  PrepareOidcDraft(
      Providers providers, ReadOidcProvider readProvider, ToGateway gateway, CpuWork work) {
    this.providers = providers;
    this.readProvider = readProvider;
    this.gateway = gateway;
    this.work = work;
  }

  /** The settings of the new revision, and what was read to make them. */
  record Prepared(OidcSettings settings, DraftAnswer.Discovered discovered) {}

  Uni<Prepared> prepare(ConnectionSnapshot connection, OidcDraft draft) {
    Provider provider = providers.find(connection.provider()).orElseThrow();
    Optional<OidcSettings> earlier =
        draft.issuer() == null
            ? revisions(connection).map(OidcSettings.class::cast).findFirst()
            : Optional.empty();
    String clientId =
        Optional.ofNullable(draft.clientId())
            .or(() -> earlier.map(OidcSettings::clientId))
            .map(String::strip)
            .orElseThrow(PrepareOidcDraft::incomplete);
    URI address =
        draft
            .address()
            .or(() -> earlier.map(OidcSettings::issuer).flatMap(OidcDraft::parsed))
            .or(() -> provider.defaults().fixedIssuer())
            .orElseThrow(PrepareOidcDraft::incomplete);
    NewOidcSettings.Basis basis =
        earlier.map(NewOidcSettings.Basis::of).orElseGet(() -> usual(provider.defaults()));
    return readProvider
        .read(provider.key(), address)
        .map(Readings::understood)
        .flatMap(read ->
            secret(connection, draft, read.provider(), clientId)
                .map(sealed ->
                    new NewOidcSettings(read.provider(), draft, basis, clientId, sealed).settings())
                .map(settings ->
                    new Prepared(
                        settings,
                        DraftAnswer.Discovered.of(
                            read.provider(),
                            Stream.concat(
                                    read.warnings().stream(),
                                    OidcWarnings.of(read.provider(), settings, draft).stream())
                                .toList()))));
  }

  private static NewOidcSettings.Basis usual(Provider.Defaults defaults) {
    return new NewOidcSettings.Basis(
        null,
        Objects.requireNonNullElse(defaults.scopes(), List.of()),
        List.of(),
        false,
        true,
        null,
        defaults.attributes());
  }

  /** The one that was given, else the one that issuer and client have already. */
  private Uni<Optional<String>> secret(
      ConnectionSnapshot connection, OidcDraft draft, ProviderMetadata provider, String clientId) {
    String given = draft.clientSecret();
    if (given != null) {
      return work.run(() -> Optional.of(seal(connection.id(), given.strip())));
    }
    return Uni.createFrom()
        .item(
            revisions(connection)
                .map(OidcSettings.class::cast)
                .filter(one ->
                    one.issuer().equals(provider.issuer().value())
                        && one.clientId().equals(clientId))
                .map(OidcSettings::sealedClientSecret)
                .filter(Objects::nonNull)
                .findFirst());
  }

  private String seal(Id connection, String secret) {
    return gateway.seal(secret.getBytes(StandardCharsets.UTF_8), connection + "/client-secret");
  }

  private static Stream<dev.gatehouse.connection.settings.Settings> revisions(
      ConnectionSnapshot connection) {
    return Stream.of(connection.draft(), connection.live())
        .filter(Objects::nonNull)
        .map(Revision::settings);
  }

  private static RuntimeException incomplete() {
    return Problems.of(ProblemCode.CONNECTION_INCOMPLETE, Detail.ISSUER_AND_CLIENT_NEEDED);
  }
}
