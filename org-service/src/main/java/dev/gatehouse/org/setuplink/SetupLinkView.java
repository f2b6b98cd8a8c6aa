package dev.gatehouse.org.setuplink;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.access.Step;
import dev.gatehouse.ids.Id;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A set-up link as the API shows it.
 *
 * @param url what the recipient opens; there only in the answer to its creation
 * @param openedAt when a browser first exchanged it
 * @param usedAt when that browser last asked for a token
 */
@Schema(name = "SetupLink")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetupLinkView(
    Id id,
    Id organization,
    String recipientName,
    @Nullable String recipientEmail,
    List<Step> steps,
    Status status,
    @Nullable URI url,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant openedAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt) {

  /** Where a link stands. */
  @Schema(name = "SetupLinkStatus")
  enum Status {
    WAITING,
    OPENED,
    EXPIRED,
    REVOKED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Status of(SetupLink link, Instant now) {
      if (link.isRevoked()) {
        return REVOKED;
      }
      if (link.isExpired(now)) {
        return EXPIRED;
      }
      return link.isOpened() ? OPENED : WAITING;
    }
  }

  static SetupLinkView of(SetupLink link, @Nullable URI url, Instant now) {
    return new SetupLinkView(
        link.id(),
        link.organization(),
        link.recipient().name(),
        link.recipient().email(),
        link.steps().stream().sorted().toList(),
        Status.of(link, now),
        url,
        link.createdBy(),
        link.createdAt(),
        link.expiresAt(),
        link.openedAt(),
        link.usedAt(),
        link.revokedAt());
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
