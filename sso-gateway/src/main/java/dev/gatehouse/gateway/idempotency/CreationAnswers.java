package dev.gatehouse.gateway.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.access.Caller;
import dev.gatehouse.gateway.random.RandomTokens;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import dev.gatehouse.sealing.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency-Key on creations: the answer is kept, sealed, in the transaction of the creation, so
 * that a retry gives the same answer. Of two requests with one key the second waits for the first.
 */
@ApplicationScoped
public class CreationAnswers {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private static final String CLAIM =
      "insert into idempotency_key (caller, key, fingerprint, created_at) values ($1, $2, $3, $4)"
          + " on conflict do nothing";

  private static final String REMEMBER =
      "update idempotency_key set status = $3, headers = $4, sealed_body = $5"
          + " where caller = $1 and key = $2";

  private static final String RECALL =
      "select fingerprint, status, headers, sealed_body from idempotency_key"
          + " where caller = $1 and key = $2";

  private final Pool pool;
  private final ObjectMapper json;
  private final Seal seal;
  private final Clock clock;

  CreationAnswers(Pool pool, ObjectMapper json, @Named("own") Seal seal, Clock clock) {
    this.pool = pool;
    this.json = json;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * Runs the creation in a transaction, or answers as it was answered before.
   *
   * @param key the header's value, or null: then nothing is remembered
   * @param caller whose key it is; keys of different callers never meet
   * @param request what was asked, to notice a key that is used for something else
   */
  public Uni<Response> once(
      @Nullable String key,
      Caller caller,
      Object request,
      Function<SqlConnection, Uni<Response>> creation) {
    if (key == null || key.isBlank()) {
      return pool.withTransaction(creation);
    }
    String fingerprint = HexFormat.of().formatHex(RandomTokens.hash(write(request)));
    return pool.withTransaction(connection ->
        claim(connection, key, caller, fingerprint)
            .flatMap(claimed ->
                claimed
                    ? creation
                        .apply(connection)
                        .call(answer -> remember(connection, key, caller, answer))
                    : recall(connection, key, caller, fingerprint)));
  }

  private Uni<Boolean> claim(
      SqlConnection connection, String key, Caller caller, String fingerprint) {
    return connection
        .preparedQuery(CLAIM)
        .execute(
            Tuple.of(caller.actor(), key, fingerprint, clock.instant().atOffset(ZoneOffset.UTC)))
        .map(inserted -> inserted.rowCount() == 1);
  }

  private Uni<Void> remember(SqlConnection connection, String key, Caller caller, Response answer) {
    Map<String, String> headers = new TreeMap<>();
    answer.getStringHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    byte[] body = write(answer.getEntity()).getBytes(StandardCharsets.UTF_8);
    return connection
        .preparedQuery(REMEMBER)
        .execute(
            Tuple.of(
                caller.actor(),
                key,
                answer.getStatus(),
                write(headers),
                seal.seal(body, context(caller, key))))
        .replaceWithVoid();
  }

  private Uni<Response> recall(
      SqlConnection connection, String key, Caller caller, String fingerprint) {
    return connection
        .preparedQuery(RECALL)
        .execute(Tuple.of(caller.actor(), key))
        .map(rows -> {
          Row row = rows.iterator().next();
          if (!fingerprint.equals(row.getString("fingerprint"))) {
            throw Problems.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
          }
          byte[] body = seal.open(row.getString("sealed_body"), context(caller, key));
          Response.ResponseBuilder answer =
              Response.status(row.getInteger("status"))
                  .entity(new String(body, StandardCharsets.UTF_8))
                  .type(MediaType.APPLICATION_JSON_TYPE);
          readHeaders(row.getString("headers")).forEach(answer::header);
          return answer.build();
        });
  }

  private static String context(Caller caller, String key) {
    return "idempotency/" + caller.actor() + "/" + key;
  }

  private String write(@Nullable Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not writable as JSON", e);
    }
  }

  private Map<String, String> readHeaders(String text) {
    try {
      return json.readValue(text, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored headers are not readable", e);
    }
  }
}
