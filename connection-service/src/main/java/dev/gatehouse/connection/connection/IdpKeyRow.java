package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A key of the identity provider as stored. */
@Entity
@Table(name = "idp_key")
@IdClass(IdpKeyRow.Key.class)
class IdpKeyRow {

  /** Which key of which connection. */
  record Key(String connection, String fingerprint) implements Serializable {}

  @jakarta.persistence.Id @Column private String connection;
  @jakarta.persistence.Id @Column private String fingerprint;

  @Convert(converter = TrustAsText.class)
  @Column
  private Trust trust;

  @Column private String certificate;
  @Column private String subject;
  @Column private String algorithm;

  @Column(name = "not_before")
  private Instant notBefore;

  @Column(name = "not_after")
  private Instant notAfter;

  @Column(name = "added_at")
  private Instant addedAt;

  protected IdpKeyRow() {}

  IdpKeyRow(Id connection, IdpKey key, Instant now) {
    this.connection = connection.toString();
    this.fingerprint = key.fingerprint();
    this.trust = key.trust();
    this.certificate = key.certificate();
    this.subject = key.subject();
    this.algorithm = key.algorithm();
    this.notBefore = key.notBefore();
    this.notAfter = key.notAfter();
    this.addedAt = now;
  }

  void trust(Trust given) {
    trust = given;
  }

  String connection() {
    return connection;
  }

  IdpKey value() {
    return new IdpKey(fingerprint, trust, certificate, subject, algorithm, notBefore, notAfter);
  }
}
