package dev.gatehouse.verification.domain;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.verification.name.DomainName;
import dev.gatehouse.verification.provider.DetectProvider.Hosting;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A name that an organization claims. Changes go through the methods, which refuse what {@link
 * DomainState} does not allow and raise the version that events carry.
 */
@Entity
@Table(name = "domain")
public class Domain {

  @jakarta.persistence.Id private UUID id;

  @Column private String organization;

  /** Null once the organization is deleted. */
  @Column private @Nullable String name;

  @Column private DomainStatus status;

  @Column private long version;

  @Column(name = "challenge_label")
  private String challengeLabel;

  @Column(name = "challenge_token")
  private String challengeToken;

  @Column(name = "challenge_expires_at")
  private Instant challengeExpiresAt;

  @Column private @Nullable Long ownership;

  @Enumerated(EnumType.STRING)
  @Column(name = "verified_by")
  private @Nullable VerifiedBy verifiedBy;

  @Column(name = "verified_at")
  private @Nullable Instant verifiedAt;

  @Column(name = "lapses_at")
  private @Nullable Instant lapsesAt;

  /** When a look found for the first time that the proof is gone; null while it is there. */
  @Column(name = "missing_since")
  private @Nullable Instant missingSince;

  /** On how many days it was missed. */
  @Column(name = "missed_days")
  private int missedDays;

  /** When it was last counted as missed. */
  @Column(name = "missed_at")
  private @Nullable Instant missedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  /** When somebody last showed interest: claimed it or asked us to look. */
  @Column(name = "interest_at")
  private Instant interestAt;

  /** When somebody last asked us to look. */
  @Column(name = "looked_at")
  private @Nullable Instant lookedAt;

  /** When the next check is due; null when none ever is. */
  @Column(name = "next_check_at")
  private @Nullable Instant nextCheckAt;

  /** Until then a replica is busy with it. */
  @Column(name = "taken_until")
  private @Nullable Instant takenUntil;

  @Column private int checks;

  @Column(name = "checked_at")
  private @Nullable Instant checkedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "check_outcome")
  private @Nullable CheckOutcome checkOutcome;

  @Column(name = "check_explanation")
  private @Nullable String checkExplanation;

  @Convert(converter = FoundRecords.class)
  @Column(name = "check_found")
  private List<FoundRecord> checkFound = List.of();

  @Column(name = "dns_zone")
  private @Nullable String dnsZone;

  @Column(name = "dns_provider")
  private @Nullable String dnsProvider;

  protected Domain() {}

  /**
   * A new claim.
   *
   * @param firstCheckAt when we look for the first time
   */
  static Domain claim(
      Id id, Id organization, DomainName name, Terms terms, Instant firstCheckAt, Instant now) {
    Domain domain = new Domain();
    domain.id = id.uuid();
    domain.organization = organization.toString();
    domain.name = name.ascii();
    domain.status = DomainStatus.PENDING;
    domain.version = 1;
    domain.challengeLabel = terms.label();
    domain.challengeToken = terms.token().text();
    domain.challengeExpiresAt = terms.expiresAt();
    domain.createdAt = now;
    domain.interestAt = now;
    domain.nextCheckAt = firstCheckAt;
    return domain;
  }

  /** What a claim's challenge is made of. */
  record Terms(String label, ChallengeToken token, Instant expiresAt) {}

  /** The name is won. The database has the last word: it keeps one holder per name. */
  void win(long number, VerifiedBy by, Instant now) {
    require(DomainStatus.PENDING);
    ownership = number;
    verifiedBy = by;
    verifiedAt = now;
    become(DomainStatus.VERIFIED);
  }

  /** An operator's word replaces the record that went missing. */
  void vouchFor(Instant now) {
    require(DomainStatus.LAPSING, DomainStatus.LAPSED);
    verifiedBy = VerifiedBy.OPERATOR;
    verifiedAt = now;
    proofIsBack();
  }

  /** Whatever was missed before counts no more. */
  void proofIsBack() {
    require(DomainStatus.VERIFIED, DomainStatus.LAPSING, DomainStatus.LAPSED);
    missingSince = null;
    missedDays = 0;
    missedAt = null;
    if (status != DomainStatus.VERIFIED) {
      become(DomainStatus.VERIFIED);
    }
  }

  /** DNS says that the proof is not there. However often that is said in a day, it counts once. */
  void miss(Instant now, ProofConfig terms) {
    require(DomainStatus.VERIFIED, DomainStatus.LAPSING, DomainStatus.LAPSED);
    if (missedAt == null || !now.isBefore(missedAt.plus(terms.every().dividedBy(2)))) {
      missingSince = missingSince == null ? now : missingSince;
      missedAt = now;
      missedDays++;
    }
    if (status == DomainStatus.VERIFIED && missedDays >= terms.absences()) {
      become(DomainStatus.LAPSING);
      lapsesAt = now.plus(terms.grace());
    } else if (lapsesAt != null && !now.isBefore(lapsesAt)) {
      become(DomainStatus.LAPSED);
    }
  }

  /** Looks for the proof again then, and in any case when its time is over. */
  void recheckAt(Instant next, Instant now) {
    boolean lapsesBefore = lapsesAt != null && lapsesAt.isAfter(now) && lapsesAt.isBefore(next);
    nextCheckAt = lapsesBefore ? lapsesAt : next;
    takenUntil = null;
  }

  void expire() {
    require(DomainStatus.PENDING);
    become(DomainStatus.EXPIRED);
  }

  void remove() {
    require(
        DomainStatus.PENDING,
        DomainStatus.VERIFIED,
        DomainStatus.LAPSING,
        DomainStatus.LAPSED,
        DomainStatus.EXPIRED);
    become(DomainStatus.REMOVED);
  }

  /** Its organization is gone; only what is needed to say so again stays. */
  void forget() {
    name = null;
    challengeToken = "";
    checkFound = List.of();
    checkExplanation = null;
    dnsZone = null;
    become(DomainStatus.DELETED);
  }

  private void become(DomainStatus next) {
    status = next;
    version++;
    nextCheckAt = null;
    takenUntil = null;
    lapsesAt = null;
  }

  private void require(DomainStatus... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException(id() + " is " + status.code());
    }
  }

  /** Remembers a check; that is no change that anybody else needs to hear of. */
  void remember(LastCheck check) {
    checks++;
    checkedAt = check.at();
    checkOutcome = check.outcome();
    checkExplanation = check.explanation();
    checkFound = check.found();
  }

  /** Looks again then, at the latest when the challenge expires. */
  void checkAgainAt(Instant next) {
    require(DomainStatus.PENDING);
    nextCheckAt = next.isBefore(challengeExpiresAt) ? next : challengeExpiresAt;
    takenUntil = null;
  }

  /** Remembers where the DNS is hosted. */
  void hostedBy(Hosting hosting) {
    dnsZone = hosting.zone().ascii();
    dnsProvider = hosting.providerKey();
  }

  /** Somebody asked us to look. */
  public void lookedFor(Instant now) {
    lookedAt = now;
    interestAt = now;
  }

  /** One replica works on it until then. */
  public void takeUntil(Instant until) {
    takenUntil = until;
  }

  public DomainState state() {
    return switch (status) {
      case PENDING ->
          new DomainState.Pending(challenge(), Objects.requireNonNull(nextCheckAt, "nextCheckAt"));
      case VERIFIED -> new DomainState.Verified(held());
      case LAPSING -> new DomainState.Lapsing(held(), Objects.requireNonNull(lapsesAt, "lapsesAt"));
      case LAPSED -> new DomainState.Lapsed(held());
      case EXPIRED -> new DomainState.Expired();
      case REMOVED -> new DomainState.Removed(ownership());
      case DELETED -> new DomainState.Deleted();
    };
  }

  public boolean isPending() {
    return status == DomainStatus.PENDING;
  }

  /** Whether it is held because of a record in DNS, which has to stay there. */
  public boolean isHeldByRecord() {
    return verifiedBy == VerifiedBy.DNS && (status == DomainStatus.VERIFIED || isMissed());
  }

  /** Whether its holder has to publish the record again. */
  public boolean isMissed() {
    return status == DomainStatus.LAPSING || status == DomainStatus.LAPSED;
  }

  Optional<Instant> missingSince() {
    return Optional.ofNullable(missingSince);
  }

  Optional<Instant> lapsesAt() {
    return Optional.ofNullable(lapsesAt);
  }

  Optional<Instant> nextCheckAt() {
    return Optional.ofNullable(nextCheckAt);
  }

  /** Whether it is still somebody's, and therefore shown. */
  boolean isPresent() {
    return status != DomainStatus.REMOVED && status != DomainStatus.DELETED;
  }

  /** The record that proves the claim; made for this claim alone. */
  public Challenge challenge() {
    return Challenge.of(name(), challengeLabel, challengeToken, challengeExpiresAt);
  }

  public Id id() {
    return new Id(IdKind.DOMAIN, id);
  }

  public Id organization() {
    return Id.parse(IdKind.ORGANIZATION, organization);
  }

  public DomainName name() {
    return new DomainName(Objects.requireNonNull(name, "a deleted domain has no name"));
  }

  DomainStatus status() {
    return status;
  }

  long version() {
    return version;
  }

  /** Differs whenever anything that is shown differs. */
  String entityTag() {
    return "\"" + version + "." + checks + "\"";
  }

  Optional<Ownership> ownership() {
    return ownership == null ? Optional.empty() : Optional.of(held());
  }

  private Ownership held() {
    return new Ownership(
        Objects.requireNonNull(ownership, "ownership"),
        Objects.requireNonNull(verifiedBy, "verifiedBy"),
        Objects.requireNonNull(verifiedAt, "verifiedAt"));
  }

  Instant createdAt() {
    return createdAt;
  }

  public Instant interestAt() {
    return interestAt;
  }

  public Optional<Instant> lookedAt() {
    return Optional.ofNullable(lookedAt);
  }

  Optional<LastCheck> lastCheck() {
    return checkedAt == null
        ? Optional.empty()
        : Optional.of(
            new LastCheck(
                checkedAt,
                Objects.requireNonNull(checkOutcome, "checkOutcome"),
                Objects.requireNonNullElse(checkExplanation, ""),
                checkFound));
  }

  /** The zone that holds the name, where DNS said so. */
  public Optional<DomainName> zone() {
    return Optional.ofNullable(dnsZone).map(DomainName::new);
  }

  Optional<String> providerKey() {
    return Optional.ofNullable(dnsProvider);
  }
}
