package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.connection.settings.Settings;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One immutable configuration.
 *
 * @param testedAt when it passed a test, or null
 */
public record Revision(
    Id id,
    int number,
    Protocol protocol,
    SettingsSource source,
    @Nullable String metadataUrl,
    Settings settings,
    Instant createdAt,
    String createdBy,
    @Nullable Instant testedAt) {

  public boolean isTested() {
    return testedAt != null;
  }
}
