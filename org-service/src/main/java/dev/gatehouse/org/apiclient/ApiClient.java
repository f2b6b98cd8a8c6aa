package dev.gatehouse.org.apiclient;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A backend or an engineer of the platform that may call everything. */
@Entity
@Table(name = "api_client")
class ApiClient {

  @jakarta.persistence.Id private UUID id;

  @Column private String name;

  @Column(name = "secret_hash")
  private String secretHash;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ApiClient() {}

  ApiClient(Id id, String name, ClientSecret secret, Instant now) {
    this.id = id.uuid();
    this.name = name;
    this.secretHash = secret.hash();
    this.createdAt = now;
  }

  Id id() {
    return new Id(IdKind.API_CLIENT, id);
  }

  String name() {
    return name;
  }

  Instant createdAt() {
    return createdAt;
  }

  boolean has(ClientSecret presented) {
    return presented.hashesTo(secretHash);
  }
}
