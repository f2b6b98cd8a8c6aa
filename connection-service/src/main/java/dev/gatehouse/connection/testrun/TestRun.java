package dev.gatehouse.connection.testrun;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One real sign-in through one revision that creates nobody.
 *
 * <pre>
 * pending --first result--> passed | failed
 *    '------15 minutes----> abandoned
 * </pre>
 */
@Entity
@Table(name = "test_run")
class TestRun {

  @jakarta.persistence.Id @Column private String id;
  @Column private String organization;
  @Column private String connection;
  @Column private String revision;

  @Column(name = "connection_version")
  private long connectionVersion;

  @Convert(converter = WordAsText.OfStatus.class)
  @Column
  private RunStatus status;

  @Convert(converter = WordAsText.OfProgress.class)
  @Column
  private Progress progress;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Column(name = "sealed_report")
  private @Nullable String sealedReport;

  @Column(name = "sealed_raw")
  private @Nullable String sealedRaw;

  protected TestRun() {}

  TestRun(
      Id id,
      Id organization,
      Id connection,
      Id revision,
      long connectionVersion,
      String startedBy,
      Instant expiresAt) {
    this.id = id.toString();
    this.organization = organization.toString();
    this.connection = connection.toString();
    this.revision = revision.toString();
    this.connectionVersion = connectionVersion;
    this.status = RunStatus.PENDING;
    this.progress = Progress.STARTED;
    this.startedBy = startedBy;
    this.createdAt = id.createdAt();
    this.expiresAt = expiresAt;
  }

  boolean isPending() {
    return status == RunStatus.PENDING;
  }

  /** News may come out of order; it never goes back. */
  void progressed(Progress news) {
    if (isPending() && news.compareTo(progress) > 0) {
      progress = news;
    }
  }

  void finished(RunStatus result, Instant at, @Nullable String report, @Nullable String raw) {
    status = result;
    finishedAt = at;
    sealedReport = report;
    sealedRaw = raw;
  }

  Id id() {
    return Id.parse(IdKind.TEST_RUN, id);
  }

  Id organization() {
    return Id.parse(IdKind.ORGANIZATION, organization);
  }

  Id connection() {
    return Id.parse(IdKind.CONNECTION, connection);
  }

  Id revision() {
    return Id.parse(IdKind.REVISION, revision);
  }

  long connectionVersion() {
    return connectionVersion;
  }

  RunStatus status() {
    return status;
  }

  Progress progress() {
    return progress;
  }

  String startedBy() {
    return startedBy;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  @Nullable Instant finishedAt() {
    return finishedAt;
  }

  @Nullable String sealedReport() {
    return sealedReport;
  }

  @Nullable String sealedRaw() {
    return sealedRaw;
  }
}
