package dev.gatehouse.verification.domain;

import dev.gatehouse.verification.provider.DnsProvider;
import dev.gatehouse.verification.provider.HostForm;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A domain as the API shows it. */
@Schema(name = "Domain")
public record DomainView(
    String id,
    String organization,
    @Schema(description = "A-label, lower case: the spelling that is compared.") String name,
    @Schema(description = "For people's eyes; the A-label where scripts are mixed.")
        String displayName,
    DomainStatus status,
    @Schema(description = "Raised by each win of this name; the highest routes sign-ins.")
        @Nullable Long ownership,
    @Nullable VerifiedBy verifiedBy,
    @Nullable Instant verifiedAt,
    @Schema(
            description =
                "Since when a verified domain's record is missing; null while it is there.")
        @Nullable Instant missingSince,
    @Schema(description = "When a lapsing domain lapses unless its record is back.")
        @Nullable Instant lapsesAt,
    @Schema(description = "What to publish: while the domain is pending, lapsing or lapsed.")
        @Nullable ChallengeView challenge,
    @Schema(description = "Where the DNS is hosted, if we know; shown with the challenge.")
        @Nullable DnsProviderView dnsProvider,
    @Nullable LastCheck lastCheck,
    @Schema(description = "When we look again by ourselves.") @Nullable Instant nextCheckAt,
    Instant createdAt,
    long version) {

  /** The record to publish. */
  @Schema(name = "Challenge")
  public record ChallengeView(
      String type,
      String host,
      String value,
      int ttl,
      @Schema(description = "Null once the domain was proven: its record never grows too old.")
          @Nullable Instant expiresAt) {

    static ChallengeView of(Challenge challenge, boolean proven) {
      return new ChallengeView(
          "TXT", challenge.host(), challenge.value(), 300, proven ? null : challenge.expiresAt());
    }
  }

  /** The console in which the record is published, and what to type there. */
  @Schema(name = "DnsProvider")
  public record DnsProviderView(
      String key,
      String name,
      HostForm hostForm,
      @Schema(description = "What to type into the host field of this console.") String host,
      @Schema(description = "What to type into the value field of this console.") String value) {

    static DnsProviderView of(DnsProvider provider, Challenge challenge, String zone) {
      return new DnsProviderView(
          provider.key(),
          provider.name(),
          provider.hostForm(),
          provider.hostToEnter(challenge.host(), zone),
          provider.valueToEnter(challenge.value()));
    }
  }
}
