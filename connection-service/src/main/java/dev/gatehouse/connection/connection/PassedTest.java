package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a revision has passed a test; stands beside the revision, which is immutable. */
@Entity
@Table(name = "passed_test")
class PassedTest {

  @jakarta.persistence.Id @Column private String revision;
  @Column private String connection;
  @Column private String run;

  @Column(name = "passed_at")
  private Instant passedAt;

  protected PassedTest() {}

  PassedTest(Id connection, Id revision, Id run, Instant at) {
    this.revision = revision.toString();
    this.connection = connection.toString();
    this.run = run.toString();
    this.passedAt = at;
  }

  String revision() {
    return revision;
  }

  Instant passedAt() {
    return passedAt;
  }
}
