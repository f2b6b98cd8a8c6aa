package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a connection follows its metadata address, as stored. */
@Entity
@Table(name = "followed_metadata")
class FollowedMetadata {

  @jakarta.persistence.Id @Column private String connection;

  @Column(name = "next_look")
  private Instant nextLook;

  @Column(name = "looked_at")
  private @Nullable Instant lookedAt;

  @Column private @Nullable String problem;

  protected FollowedMetadata() {}

  FollowedMetadata(Id connection, Instant nextLook) {
    this.connection = connection.toString();
    this.nextLook = nextLook;
  }

  void lookAgainAt(Instant next) {
    nextLook = next;
  }

  void looked(Instant at, @Nullable String found) {
    lookedAt = at;
    problem = found;
  }

  Id id() {
    return Id.parse(IdKind.CONNECTION, connection);
  }

  String connection() {
    return connection;
  }

  MetadataFollowing value() {
    return new MetadataFollowing(lookedAt, problem);
  }
}
