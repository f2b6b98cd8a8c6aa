package dev.gatehouse.org.setuplink;

import dev.gatehouse.access.Step;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A link for a named recipient.
 *
 * <pre>
 * waiting --exchanged by the first browser--> opened
 *    '------------- revoked | expired -----------'
 * </pre>
 */
@Entity
@Table(name = "setup_link")
class SetupLink {

  /** How the audit trail begins to name a member. */
  private static final String MEMBER = "member:";

  @jakarta.persistence.Id private UUID id;

  @Column private UUID organization;

  @Column(name = "recipient_name")
  private String recipientName;

  @Column(name = "recipient_email")
  private @Nullable String recipientEmail;

  @Column private String steps;

  @Column(name = "secret_hash")
  private String secretHash;

  @Column(name = "browser_hash")
  private @Nullable String browserHash;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "opened_at")
  private @Nullable Instant openedAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  protected SetupLink() {}

  SetupLink(
      Id id,
      Id organization,
      Recipient recipient,
      Set<Step> steps,
      LinkSecret secret,
      String createdBy,
      Instant now,
      Instant expiresAt) {
    this.id = id.uuid();
    this.organization = organization.uuid();
    this.recipientName = recipient.name();
    this.recipientEmail = recipient.email();
    this.steps = steps.stream().sorted().map(Step::word).collect(Collectors.joining(" "));
    this.secretHash = secret.hash();
    this.createdBy = createdBy;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  /** Whom the link is for. */
  record Recipient(String name, @Nullable String email) {
    @Override
    public String toString() {
      return "Recipient[masked]";
    }
  }

  boolean has(LinkSecret secret) {
    return secret.hashesTo(secretHash);
  }

  boolean isOpened() {
    return browserHash != null;
  }

  boolean isHeldBy(@Nullable LinkSecret browser) {
    return browser != null && browser.hashesTo(browserHash);
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  boolean isRevoked() {
    return revokedAt != null;
  }

  /** From now on it belongs to this browser. */
  void openedBy(LinkSecret browser, Instant now) {
    browserHash = browser.hash();
    openedAt = now;
  }

  void used(Instant now) {
    usedAt = now;
  }

  void revoke(Instant now) {
    revokedAt = now;
  }

  Id id() {
    return new Id(IdKind.SETUP_LINK, id);
  }

  Id organization() {
    return new Id(IdKind.ORGANIZATION, organization);
  }

  Recipient recipient() {
    return new Recipient(recipientName, recipientEmail);
  }

  Set<Step> steps() {
    return Arrays.stream(steps.split(" ", -1))
        .map(Step::find)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
  }

  String createdBy() {
    return createdBy;
  }

  /** The member who made it, if it was one. */
  Optional<Id> maker() {
    return createdBy.startsWith(MEMBER)
        ? Optional.of(Id.parse(IdKind.MEMBER, createdBy.substring(MEMBER.length())))
        : Optional.empty();
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  @Nullable Instant openedAt() {
    return openedAt;
  }

  @Nullable Instant usedAt() {
    return usedAt;
  }

  @Nullable Instant revokedAt() {
    return revokedAt;
  }
}
