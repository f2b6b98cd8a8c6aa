package dev.gatehouse.verification.domain;

import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What looks found, as a trigger remembered it: at most fifty rows a domain. */
@ApplicationScoped
class LookHistory {

  private static final String NEWEST_FIRST =
      """
      select first_at, last_at, looks, outcome, explanation, found from domain_look
      where domain = $1 order by id desc
      """;

  private final Pool pool;
  private final FoundRecords records = new FoundRecords();

  LookHistory(Pool pool) {
    this.pool = pool;
  }

  /**
   * Looks in a row that found the same.
   *
   * @param looks how many they were
   */
  @Schema(name = "Look")
  record Look(
      Instant firstAt,
      Instant lastAt,
      int looks,
      CheckOutcome outcome,
      String explanation,
      List<FoundRecord> found) {}

  /** The newest first. */
  Uni<List<Look>> of(Id domain) {
    return pool.preparedQuery(NEWEST_FIRST)
        .execute(Tuple.of(domain.uuid()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::look).toList());
  }

  private Look look(Row row) {
    return new Look(
        row.getOffsetDateTime("first_at").toInstant(),
        row.getOffsetDateTime("last_at").toInstant(),
        row.getInteger("looks"),
        CheckOutcome.valueOf(row.getString("outcome")),
        row.getString("explanation"),
        records.convertToEntityAttribute(row.getString("found")));
  }
}
