package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A key pair of ours as stored. */
@Entity
@Table(name = "sp_key")
@IdClass(SpKeyRow.Key.class)
class SpKeyRow {

  /** Which key of which connection. */
  record Key(String connection, String id) implements Serializable {}

  @jakarta.persistence.Id @Column private String connection;
  @jakarta.persistence.Id @Column private String id;

  @Column(name = "key_use")
  private String use;

  @Enumerated(EnumType.STRING)
  @Column
  private ServiceProvider.Standing standing;

  @Column private String certificate;

  @Column(name = "not_after")
  private Instant notAfter;

  @Column(name = "sealed_private_key")
  private String sealedPrivateKey;

  protected SpKeyRow() {}

  SpKeyRow(Id connection, ServiceProvider.Key key) {
    this.connection = connection.toString();
    this.id = key.id();
    this.use = key.use();
    this.standing = key.standing();
    this.certificate = key.certificate();
    this.notAfter = key.notAfter();
    this.sealedPrivateKey = key.sealedPrivateKey();
  }

  String connection() {
    return connection;
  }

  ServiceProvider.Standing standing() {
    return standing;
  }

  void become(ServiceProvider.Standing next) {
    standing = next;
  }

  ServiceProvider.Key value() {
    return new ServiceProvider.Key(id, use, standing, certificate, notAfter, sealedPrivateKey);
  }
}
