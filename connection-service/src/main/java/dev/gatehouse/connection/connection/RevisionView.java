package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.connection.settings.SamlSettings;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revision as the API shows it. */
public record RevisionView(
    Id id,
    int number,
    Protocol protocol,
    SettingsSource source,
    @Nullable String metadataUrl,
    SamlSettings saml,
    boolean tested,
    @Nullable Instant testedAt,
    Instant createdAt,
    String createdBy) {

  public static RevisionView of(Revision revision) {
    return new RevisionView(
        revision.id(),
        revision.number(),
        revision.protocol(),
        revision.source(),
        revision.metadataUrl(),
        revision.saml(),
        revision.isTested(),
        revision.testedAt(),
        revision.createdAt(),
        revision.createdBy());
  }

  static @Nullable RevisionView ofNullable(@Nullable Revision revision) {
    return revision == null ? null : of(revision);
  }
}
