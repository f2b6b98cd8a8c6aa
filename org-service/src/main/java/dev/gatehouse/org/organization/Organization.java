package dev.gatehouse.org.organization;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer of the platform. Its version grows by one with every change that is published. */
@Entity
@Table(name = "organization")
public class Organization {

  @jakarta.persistence.Id private UUID id;

  @Column private @Nullable String name;

  @Column private @Nullable String slug;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @Column(name = "self_serve_sso")
  private boolean selfServeSso;

  @Column private boolean deleted;

  @Column private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Organization() {}

  Organization(Id id, String name, String slug, @Nullable String externalId, Instant now) {
    this.id = id.uuid();
    this.name = name;
    this.slug = slug;
    this.externalId = externalId;
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void change(ChangeOrganization.Change change, Instant now) {
    name = change.name() == null ? name : change.name();
    slug = change.slug() == null ? slug : change.slug();
    externalId = change.externalId() == null ? externalId : change.externalId();
    changed(now);
  }

  void switchSelfServe(boolean on, Instant now) {
    selfServeSso = on;
    changed(now);
  }

  /** Frees the names and forgets everything but that it existed. */
  void delete(Instant now) {
    name = null;
    slug = null;
    externalId = null;
    selfServeSso = false;
    deleted = true;
    changed(now);
  }

  private void changed(Instant now) {
    version++;
    updatedAt = now;
  }

  public Id id() {
    return new Id(IdKind.ORGANIZATION, id);
  }

  @Nullable String name() {
    return name;
  }

  @Nullable String slug() {
    return slug;
  }

  @Nullable String externalId() {
    return externalId;
  }

  boolean isSelfServeSso() {
    return selfServeSso;
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

  Instant updatedAt() {
    return updatedAt;
  }
}
