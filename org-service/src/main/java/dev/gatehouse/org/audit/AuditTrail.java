package dev.gatehouse.org.audit;

import dev.gatehouse.access.Page;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records as kept. Plain SQL: nothing here is ever changed. */
@ApplicationScoped
class AuditTrail {

  private static final String INSERT =
      """
      insert into audit_record
        (id, organization, at, actor, action, subject, before, after, trace)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (id) do nothing
      """;

  private static final String PAGE =
      """
      select id, organization, at, actor, action, subject, before, after, trace
      from audit_record
      where ($1::text is null or organization = $1)
        and ($2::timestamptz is null or (at, id) < ($2, $3::uuid))
      order by at desc, id desc
      limit $4
      """;

  private final Pool pool;

  AuditTrail(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> keep(AuditRecord record) {
    Id organization = record.organization();
    return pool.preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(record.id())
                .addString(organization == null ? null : organization.toString())
                .addOffsetDateTime(record.at().atOffset(ZoneOffset.UTC))
                .addString(record.actor())
                .addString(record.action())
                .addString(record.subject())
                .addJsonObject(stored(record.before()))
                .addJsonObject(stored(record.after()))
                .addString(record.trace()))
        .replaceWithVoid();
  }

  /** Newest first; of all organizations if none is given. */
  Uni<Page<AuditRecord>> page(@Nullable Id organization, @Nullable AuditCursor after, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(
            Tuple.tuple()
                .addString(organization == null ? null : organization.toString())
                .addOffsetDateTime(after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.id())
                .addInteger(limit + 1))
        .map(rows -> {
          List<AuditRecord> found = new ArrayList<>();
          rows.forEach(row -> found.add(record(row)));
          if (found.size() <= limit) {
            return new Page<>(found, null);
          }
          List<AuditRecord> items = List.copyOf(found.subList(0, limit));
          AuditRecord last = items.getLast();
          return new Page<>(items, new AuditCursor(last.at(), last.id()).written());
        });
  }

  private static AuditRecord record(Row row) {
    String organization = row.getString("organization");
    return new AuditRecord(
        row.getUUID("id"),
        organization == null ? null : Id.parse(IdKind.ORGANIZATION, organization),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        shown(row.getJsonObject("before")),
        shown(row.getJsonObject("after")),
        row.getString("trace"));
  }

  private static @Nullable JsonObject stored(@Nullable Map<String, @Nullable Object> value) {
    return value == null ? null : new JsonObject(value);
  }

  private static @Nullable Map<String, @Nullable Object> shown(@Nullable JsonObject value) {
    return value == null ? null : value.getMap();
  }
}
