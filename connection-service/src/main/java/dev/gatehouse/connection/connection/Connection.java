package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An organization's link to one identity provider; its parts have rows of their own. */
@Entity
public class Connection {

  @jakarta.persistence.Id @Column private String id;
  @Column private String organization;
  @Column private @Nullable String name;
  @Column private String provider;

  @Enumerated(EnumType.STRING)
  @Column
  private Protocol protocol;

  @Column(name = "entity_id")
  private String entityId;

  @Column(name = "acs_url")
  private String acsUrl;

  @Column(name = "metadata_url")
  private String metadataUrl;

  @Column(name = "redirect_uri")
  private @Nullable String redirectUri;

  @Column(name = "jwks_url")
  private @Nullable String jwksUrl;

  @Column private @Nullable String draft;
  @Column private @Nullable String live;

  @Column(name = "last_live")
  private @Nullable String lastLive;

  @Column private int revisions;

  @Column(name = "idp_initiated_allowed")
  private boolean idpInitiatedAllowed;

  @Column(name = "deactivated_at")
  private @Nullable Instant deactivatedAt;

  @Column(name = "deactivated_by")
  private @Nullable String deactivatedBy;

  @Column private boolean deleted;
  @Column private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Connection() {}

  Connection(
      Id id,
      Id organization,
      String name,
      String provider,
      Protocol protocol,
      Addresses addresses) {
    this.id = id.toString();
    this.organization = organization.toString();
    this.name = name;
    this.provider = provider;
    this.protocol = protocol;
    this.entityId = addresses.entityId();
    this.acsUrl = addresses.acsUrl();
    this.metadataUrl = addresses.metadataUrl();
    this.redirectUri = addresses.redirectUri();
    this.jwksUrl = addresses.jwksUrl();
    this.version = 1;
    // The same instant as in the id, so that pages in order of creation can start after an id.
    this.createdAt = id.createdAt();
  }

  /** Revisions are numbered without gaps, deleted drafts included. */
  public int nextRevisionNumber() {
    return ++revisions;
  }

  public void workOn(Id revision) {
    draft = revision.toString();
  }

  public void discardDraft() {
    draft = null;
  }

  /** The draft that went live is no draft any more; another one stays. */
  public void goLive(Id revision) {
    live = revision.toString();
    lastLive = live;
    deactivatedAt = null;
    deactivatedBy = null;
    if (live.equals(draft)) {
      draft = null;
    }
  }

  /** What was live is what the admin works on, unless there is a draft already. */
  public void goOffline(Instant now, String actor) {
    if (draft == null) {
      draft = live;
    }
    live = null;
    deactivatedAt = now;
    deactivatedBy = actor;
  }

  void rename(String newName) {
    name = newName;
  }

  void allowIdpInitiated(boolean allowed) {
    idpInitiatedAllowed = allowed;
  }

  void delete() {
    name = null;
    draft = null;
    live = null;
    lastLive = null;
    deactivatedAt = null;
    deactivatedBy = null;
    deleted = true;
  }

  void changed() {
    version++;
  }

  public Id id() {
    return Id.parse(IdKind.CONNECTION, id);
  }

  Id organization() {
    return Id.parse(IdKind.ORGANIZATION, organization);
  }

  @Nullable String name() {
    return name;
  }

  String provider() {
    return provider;
  }

  Protocol protocol() {
    return protocol;
  }

  Addresses addresses() {
    return new Addresses(entityId, acsUrl, metadataUrl, redirectUri, jwksUrl);
  }

  @Nullable String draft() {
    return draft;
  }

  @Nullable String live() {
    return live;
  }

  @Nullable String lastLive() {
    return lastLive;
  }

  @Nullable Deactivation deactivated() {
    return Deactivation.of(deactivatedAt, deactivatedBy);
  }

  boolean isIdpInitiatedAllowed() {
    return idpInitiatedAllowed;
  }

  public boolean isDeleted() {
    return deleted;
  }

  long version() {
    return version;
  }

  Instant createdAt() {
    return createdAt;
  }
}
