package dev.gatehouse.connection.idp;

import dev.gatehouse.connection.cpu.CpuWork;
import dev.gatehouse.connection.idp.IdpReading.Refused;
import dev.gatehouse.connection.idp.IdpReading.Understood;
import dev.gatehouse.connection.idp.IdpReading.Why;
import dev.gatehouse.connection.settings.SsoBinding;
import dev.gatehouse.fetch.FetchOutcome;
import dev.gatehouse.fetch.GuardedFetch;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.IdpMetadata;
import dev.gatehouse.saml.LogoutService;
import dev.gatehouse.saml.MetadataOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Understands what an admin gives us. Fetches and parses; must be called before a transaction. */
@ApplicationScoped
public class ReadIdp {

  private final GuardedFetch fetch;
  private final BrowserAddresses browser;
  private final IdpMetadataReader metadata;
  private final CpuWork work;
  private final FieldWarnings fieldWarnings;

  ReadIdp(
      GuardedFetch fetch,
      BrowserAddresses browser,
      IdpMetadataReader metadata,
      CpuWork work,
      FieldWarnings fieldWarnings) {
    this.fetch = fetch;
    this.browser = browser;
    this.metadata = metadata;
    this.work = work;
    this.fieldWarnings = fieldWarnings;
  }

  /**
   * Emits on the caller's Vert.x context.
   *
   * @param provider the key that the connection was created for
   */
  public Uni<IdpReading> read(String provider, IdpInput input) {
    Uni<IdpReading> reading =
        switch (input) {
          case IdpInput.MetadataUrl url -> fetched(url);
          case IdpInput.MetadataXml xml ->
              parsed(xml.xml().getBytes(StandardCharsets.UTF_8), xml.entityId());
          case IdpInput.Fields fields -> entered(fields);
        };
    return reading.flatMap(this::onSafeAddresses).map(read -> compared(provider, read));
  }

  private Uni<IdpReading> fetched(IdpInput.MetadataUrl url) {
    Optional<String> wrong = AddressCheck.refusal(url.address());
    if (wrong.isPresent()) {
      return refused(Why.METADATA_UNREADABLE, wrong.get());
    }
    return fetch
        .get(url.address())
        .flatMap(outcome ->
            switch (outcome) {
              case FetchOutcome.Fetched fetched ->
                  parsed(fetched.body(), url.entityId())
                      .map(read -> warned(read, AddressCheck.warnings(url.address())));
              case FetchOutcome.Refused refused -> refused(Why.FETCH_REFUSED, refused.text());
              case FetchOutcome.Failed failed -> refused(Why.FETCH_FAILED, failed.text());
            });
  }

  private Uni<IdpReading> parsed(byte[] xml, Optional<String> entityId) {
    return metadata
        .read(xml, entityId)
        .map(outcome ->
            switch (outcome) {
              case MetadataOutcome.Read read -> new Understood(described(read.metadata()));
              case MetadataOutcome.SeveralEntities several ->
                  new IdpReading.SeveralEntities(several.entityIds());
              case MetadataOutcome.Unreadable unreadable ->
                  new Refused(Why.METADATA_UNREADABLE, unreadable.text());
            });
  }

  private static IdpDescription described(IdpMetadata read) {
    Map<SsoBinding, String> urls = new EnumMap<>(SsoBinding.class);
    read.ssoRedirectUrl().ifPresent(url -> urls.put(SsoBinding.REDIRECT, url.toString()));
    read.ssoPostUrl().ifPresent(url -> urls.put(SsoBinding.POST, url.toString()));
    return new IdpDescription(
        read.entityId(),
        urls,
        read.logout().map(ReadIdp::described),
        read.signingCertificates(),
        read.wantsSignedRequests(),
        read.warnings().stream()
            .map(warning ->
                new Warning(warning.code().name().toLowerCase(Locale.ROOT), warning.text()))
            .toList());
  }

  private static IdpDescription.Logout described(LogoutService read) {
    return new IdpDescription.Logout(
        read.location().toString(),
        read.responseLocation().map(URI::toString).orElse(null),
        switch (read.binding()) {
          case REDIRECT -> SsoBinding.REDIRECT;
          case POST -> SsoBinding.POST;
        });
  }

  private Uni<IdpReading> entered(IdpInput.Fields fields) {
    Optional<String> swapped = ProviderCheck.swapped(fields.entityId(), fields.ssoUrl());
    if (swapped.isPresent()) {
      return refused(Why.FIELDS_SWAPPED, swapped.get());
    }
    return work.run(() -> read(fields));
  }

  private IdpReading read(IdpInput.Fields fields) {
    try {
      IdpCertificate certificate = Certificates.read(fields.certificate());
      return new Understood(
          new IdpDescription(
              fields.entityId(),
              Map.of(
                  SsoBinding.REDIRECT, fields.ssoUrl(),
                  SsoBinding.POST, fields.ssoUrl()),
              Optional.empty(),
              List.of(certificate),
              false,
              fieldWarnings.of(certificate)));
    } catch (IllegalArgumentException e) {
      return new Refused(Why.CERTIFICATE_UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  /** Without its sign-on address an identity provider is of no use; without logout it is. */
  private Uni<IdpReading> onSafeAddresses(IdpReading reading) {
    if (!(reading instanceof Understood understood)) {
      return Uni.createFrom().item(reading);
    }
    IdpDescription idp = understood.idp();
    return browser
        .unsafe(idp.ssoUrls().values())
        .flatMap(unsafe ->
            unsafe.isEmpty()
                ? browser
                    .unsafe(idp.logoutUrls())
                    .map(urls -> urls.isEmpty() ? reading : new Understood(idp.withoutLogout()))
                : refused(Why.URL_REFUSED, AdminText.SIGN_ON_URL_REFUSED.text()));
  }

  private static IdpReading compared(String provider, IdpReading reading) {
    return reading instanceof Understood understood
        ? warned(reading, ProviderCheck.warnings(provider, understood.idp()))
        : reading;
  }

  private static IdpReading warned(IdpReading reading, List<Warning> warnings) {
    return reading instanceof Understood understood
        ? new Understood(understood.idp().with(warnings))
        : reading;
  }

  private static Uni<IdpReading> refused(Why why, String text) {
    return Uni.createFrom().item(new Refused(why, text));
  }
}
