package dev.gatehouse.gateway.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.log.FailedSignIn.Finding;
import dev.gatehouse.ids.Id;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.SqlOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the sign-in log. Successes are written by the statement that redeems the code, failures
 * here.
 */
@ApplicationScoped
public class SignInLog {

  /** Where finished sign-ins are published, keyed by organization. */
  public static final String TOPIC = "gatehouse.sign-ins";

  private static final String INSERT =
      """
      insert into sign_in (id, organization, connection, revision, application, outcome, at, person,
        email, reference, reasons, findings, checks)
      values ($1, $2, $3, $4, $5, 'failed', $6, $7, $8, $9, $10, $11::text::jsonb,
        $12::text::jsonb)
      on conflict (id) do nothing
      """;

  private final SqlOutbox outbox;
  private final Events events;
  private final ObjectMapper json;

  SignInLog(SqlOutbox outbox, Events events, ObjectMapper json) {
    this.outbox = outbox;
    this.events = events;
    this.json = json;
  }

  /** Records the failure and its event in the connection's transaction; once per sign-in. */
  public Uni<Void> failed(SqlClient connection, FailedSignIn failed) {
    return connection
        .preparedQuery(INSERT)
        .execute(parameters(failed))
        .flatMap(inserted ->
            inserted.rowCount() == 0
                ? Uni.createFrom().voidItem()
                : outbox.append(
                    connection,
                    events.log(
                        TOPIC,
                        failed.organization().toString(),
                        "SignInFailed",
                        failed.id().toString(),
                        failed.organization().toString(),
                        Cause.ofService("sso-gateway"),
                        event(failed))));
  }

  private Tuple parameters(FailedSignIn failed) {
    return Tuple.tuple()
        .addString(failed.id().toString())
        .addString(failed.organization().toString())
        .addString(failed.connection().toString())
        .addString(text(failed.revision()))
        .addString(text(failed.application()))
        .addOffsetDateTime(failed.at().atOffset(ZoneOffset.UTC))
        .addString(text(failed.person()))
        .addString(failed.email())
        .addString(failed.reference())
        .addArrayOfString(reasons(failed).toArray(String[]::new))
        .addString(written(failed.findings()))
        .addString(written(failed.checks()));
  }

  private static Map<String, @Nullable Object> event(FailedSignIn failed) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", failed.id().toString());
    data.put("organization", failed.organization().toString());
    data.put("connection", failed.connection().toString());
    data.put("revision", text(failed.revision()));
    data.put("application", text(failed.application()));
    data.put("outcome", "failed");
    data.put("at", failed.at().toString());
    data.put("person", text(failed.person()));
    data.put("member", null);
    data.put("justInTime", false);
    data.put("email", failed.email());
    data.put("givenName", null);
    data.put("familyName", null);
    data.put("reference", failed.reference());
    data.put("reasons", reasons(failed));
    return data;
  }

  private static List<String> reasons(FailedSignIn failed) {
    return failed.findings().stream().map(Finding::reason).distinct().toList();
  }

  private String written(List<?> findings) {
    try {
      return json.writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Findings are not writable as JSON", e);
    }
  }

  private static @Nullable String text(@Nullable Id id) {
    return id == null ? null : id.toString();
  }
}
