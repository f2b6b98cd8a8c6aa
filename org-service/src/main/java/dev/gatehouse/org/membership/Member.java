package dev.gatehouse.org.membership;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's place in an organization. Its version grows by one with every published change. */
@Entity
@Table(name = "member")
public class Member {

  @jakarta.persistence.Id private UUID id;

  @Column private UUID organization;

  @Column
  @Enumerated(EnumType.STRING)
  private MemberStatus status;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @Column private @Nullable String person;

  @Column private @Nullable String email;

  @Column(name = "given_name")
  private @Nullable String givenName;

  @Column(name = "family_name")
  private @Nullable String familyName;

  @Column private @Nullable String role;

  @Column private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Member() {}

  Member(
      Id id, Id organization, String email, @Nullable String externalId, String role, Instant now) {
    this.id = id.uuid();
    this.organization = organization.uuid();
    this.status = MemberStatus.ACTIVE;
    this.email = email;
    this.externalId = externalId;
    this.role = role;
    this.version = 1;
    this.createdAt = now;
  }

  /** Changes what is given; null leaves it as it is. */
  void change(@Nullable String newEmail, @Nullable String newExternalId, @Nullable String newRole) {
    email = newEmail == null ? email : newEmail;
    externalId = newExternalId == null ? externalId : newExternalId;
    role = newRole == null ? role : newRole;
    version++;
  }

  void revoke() {
    status = MemberStatus.REVOKED;
    version++;
  }

  /** Only people invite again; signing in never does. */
  void reinvite(@Nullable String newExternalId, String newRole) {
    status = MemberStatus.ACTIVE;
    change(null, newExternalId, newRole);
  }

  /** From now on this person signs in as this member. */
  void link(Person who) {
    adopt(who);
    version++;
  }

  /** Like {@link #link}, for a member nobody has heard of yet. */
  Member broughtBy(Person who) {
    adopt(who);
    return this;
  }

  private void adopt(Person who) {
    person = who.id().toString();
    givenName = who.givenName();
    familyName = who.familyName();
  }

  /** Its role allows something else than before. */
  void permissionsChanged() {
    version++;
  }

  void delete() {
    status = MemberStatus.DELETED;
    email = null;
    externalId = null;
    person = null;
    givenName = null;
    familyName = null;
    role = null;
    version++;
  }

  public Id id() {
    return new Id(IdKind.MEMBER, id);
  }

  Id organization() {
    return new Id(IdKind.ORGANIZATION, organization);
  }

  MemberStatus status() {
    return status;
  }

  public boolean isActive() {
    return status == MemberStatus.ACTIVE;
  }

  @Nullable String externalId() {
    return externalId;
  }

  @Nullable String person() {
    return person;
  }

  @Nullable String email() {
    return email;
  }

  @Nullable String givenName() {
    return givenName;
  }

  @Nullable String familyName() {
    return familyName;
  }

  @Nullable String role() {
    return role;
  }

  long version() {
    return version;
  }

  Instant createdAt() {
    return createdAt;
  }
}
