package dev.gatehouse.gateway.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.log.FailedSignIn.CheckLine;
import dev.gatehouse.gateway.log.FailedSignIn.Finding;
import dev.gatehouse.gateway.log.LoggedSignIn.Outcome;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the sign-in log, newest first. */
@ApplicationScoped
class LoggedSignIns {

  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
  private static final TypeReference<List<CheckLine>> CHECKS = new TypeReference<>() {};

  private static final String COLUMNS =
      "select id, organization, connection, revision, application, outcome, at, person, email,"
          + " reference, reasons, findings::text as findings, checks::text as checks from sign_in ";

  private static final String LIST =
      COLUMNS
          + """
          where organization = $1
            and ($2::text is null or outcome = $2)
            and ($3::text is null or $3 = any (reasons))
            and ($4::text is null or person = $4)
            and ($5::text is null or connection = $5)
            and ($6::text is null or reference = $6)
            and ($7::text is null or (at, id) <
              (select at, id from sign_in where id = $7 and organization = $1))
          order by at desc, id desc limit $8
          """;

  private static final String BY_ID = COLUMNS + "where id = $1";

  private static final String BY_REFERENCE =
      COLUMNS + "where reference = $1 order by at desc limit 1";

  private final Pool pool;
  private final ObjectMapper json;

  LoggedSignIns(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /** What to list; null does not narrow. */
  record Filter(
      Id organization,
      @Nullable Outcome outcome,
      @Nullable String reason,
      @Nullable Id person,
      @Nullable Id connection,
      @Nullable String reference,
      @Nullable Id before) {}

  Uni<List<LoggedSignIn>> list(Filter filter, int limit) {
    return pool.preparedQuery(LIST)
        .execute(
            Tuple.tuple()
                .addString(filter.organization().toString())
                .addString(filter.outcome() == null ? null : filter.outcome().stored())
                .addString(filter.reason())
                .addString(text(filter.person()))
                .addString(text(filter.connection()))
                .addString(filter.reference())
                .addString(text(filter.before()))
                .addInteger(limit))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::read).toList());
  }

  Uni<Optional<LoggedSignIn>> byId(Id id) {
    return one(BY_ID, id.toString());
  }

  Uni<Optional<LoggedSignIn>> byReference(String reference) {
    return one(BY_REFERENCE, reference);
  }

  private Uni<Optional<LoggedSignIn>> one(String sql, String value) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(value))
        .map(rows ->
            rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
  }

  private LoggedSignIn read(Row row) {
    try {
      return new LoggedSignIn(
          Id.parse(IdKind.SIGN_IN, row.getString("id")),
          id(IdKind.ORGANIZATION, row.getString("organization")),
          id(IdKind.CONNECTION, row.getString("connection")),
          id(IdKind.REVISION, row.getString("revision")),
          id(IdKind.APPLICATION, row.getString("application")),
          Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
          row.getOffsetDateTime("at").toInstant(),
          id(IdKind.PERSON, row.getString("person")),
          row.getString("email"),
          row.getString("reference"),
          List.of(row.getArrayOfStrings("reasons")),
          json.readValue(row.getString("findings"), FINDINGS),
          json.readValue(row.getString("checks"), CHECKS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored findings cannot be read", e);
    }
  }

  private static @Nullable Id id(IdKind kind, @Nullable String text) {
    return text == null ? null : Id.parse(kind, text);
  }

  private static @Nullable String text(@Nullable Id id) {
    return id == null ? null : id.toString();
  }
}
