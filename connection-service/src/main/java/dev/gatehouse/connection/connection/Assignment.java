package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a connection signs in the people of a domain. */
@Entity
@Table(name = "domain_assignment")
class Assignment {

  @jakarta.persistence.Id @Column private String domain;
  @Column private String connection;

  @Column(name = "assigned_at")
  private Instant assignedAt;

  protected Assignment() {}

  Id domain() {
    return Id.parse(IdKind.DOMAIN, domain);
  }

  String connection() {
    return connection;
  }

  Instant assignedAt() {
    return assignedAt;
  }
}
