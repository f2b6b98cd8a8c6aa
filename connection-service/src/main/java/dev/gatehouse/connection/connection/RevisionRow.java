package dev.gatehouse.connection.connection;

import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.connection.settings.SettingsText;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revision as stored; the database refuses to update it. */
@Entity
@Table(name = "revision")
class RevisionRow {

  @jakarta.persistence.Id @Column private String id;
  @Column private String connection;
  @Column private int number;

  @Enumerated(EnumType.STRING)
  @Column
  private Protocol protocol;

  @Enumerated(EnumType.STRING)
  @Column
  private SettingsSource source;

  @Column(name = "metadata_url")
  private @Nullable String metadataUrl;

  @Column private String settings;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  protected RevisionRow() {}

  RevisionRow(Id connection, Revision revision) {
    this.id = revision.id().toString();
    this.connection = connection.toString();
    this.number = revision.number();
    this.protocol = revision.protocol();
    this.source = revision.source();
    this.metadataUrl = revision.metadataUrl();
    this.settings = SettingsText.of(revision.settings());
    this.createdAt = revision.createdAt();
    this.createdBy = revision.createdBy();
  }

  String id() {
    return id;
  }

  String connection() {
    return connection;
  }

  Revision with(@Nullable Instant testedAt) {
    return new Revision(
        Id.parse(IdKind.REVISION, id),
        number,
        protocol,
        source,
        metadataUrl,
        SettingsText.read(protocol, settings),
        createdAt,
        createdBy,
        testedAt);
  }
}
