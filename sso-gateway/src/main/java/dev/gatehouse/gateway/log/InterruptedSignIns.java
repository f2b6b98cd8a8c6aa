package dev.gatehouse.gateway.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.log.FailedSignIn.Finding;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logs what ends without ending an attempt: it belongs to none, or another browser came. Such an
 * entry has an id of its own, since the attempt may still succeed, and no event. Anybody can cause
 * one, so only so many are kept in an hour.
 */
@ApplicationScoped
public class InterruptedSignIns {

  private static final Logger LOG = Logger.getLogger(InterruptedSignIns.class);
  private static final int MOST_IN_AN_HOUR = 100;
  private static final int MOST_OF_NOBODY = 500;

  /** How long it is not even tried, once there were too many. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private static final String INSERT =
      """
      insert into sign_in (id, organization, connection, revision, application, outcome, at,
        reference, reasons, findings)
      select $1, $2, $3, $4, $5, 'failed', $6, $7, array[$8::text], $9::text::jsonb
      where (select count(*) from (select from sign_in
        where %s and outcome = 'failed' and at > $6::timestamptz - interval '1 hour'
        limit %d) recent) < %2$d
      """;

  private static final String OF_ORGANIZATION =
      INSERT.formatted("organization = $2", MOST_IN_AN_HOUR);
  private static final String ONCE_AN_HOUR =
      OF_ORGANIZATION
          + """
          and not exists (select from sign_in before
            where before.organization = $2 and before.connection = $3
              and before.at > $6::timestamptz - interval '1 hour'
              and before.outcome = 'failed' and before.reasons @> array[$8::text])
          """;

  private static final String OF_NOBODY = INSERT.formatted("organization is null", MOST_OF_NOBODY);

  private final Pool pool;
  private final Ids ids;
  private final Clock clock;
  private final ObjectMapper json;
  private volatile Instant ofNobodyFullAt = Instant.MIN;

  InterruptedSignIns(Pool pool, Clock clock, ObjectMapper json) {
    this.pool = pool;
    this.ids = new Ids(clock);
    this.clock = clock;
    this.json = json;
  }

  /** Whose it is, as far as that is known. */
  public record About(
      @Nullable Id organization,
      @Nullable Id connection,
      @Nullable Id revision,
      @Nullable Id application) {

    /** Nothing is known. */
    public static About nobody() {
      return new About(null, null, null, null);
    }
  }

  /**
   * Gives the reference for the page. If there were too many, or it could not be kept, the
   * service's own log is the only place where it leads anywhere.
   */
  public Uni<String> record(About about, String reason) {
    return record(about.organization() == null ? OF_NOBODY : OF_ORGANIZATION, about, reason);
  }

  /**
   * The same for what identity providers send by themselves, over and over: once an hour for a
   * connection and reason says all there is to say.
   */
  public Uni<String> recordOnceAnHour(About about, String reason) {
    return record(ONCE_AN_HOUR, about, reason);
  }

  private Uni<String> record(String sql, About about, String reason) {
    String reference = SignInReference.next();
    return kept(sql, about, reason, reference)
        .invoke(kept -> {
          if (!kept) {
            LOG.infof(
                "Sign-in interrupted organizationId=%s connectionId=%s reference=%s reason=%s",
                about.organization(), about.connection(), reference, reason);
          }
        })
        .replaceWith(reference);
  }

  private Uni<Boolean> kept(String sql, About about, String reason, String reference) {
    boolean ofNobody = about.organization() == null;
    if (ofNobody && isPausing(clock.instant())) {
      return Uni.createFrom().item(false);
    }
    return pool.preparedQuery(sql)
        .execute(
            Tuple.tuple()
                .addString(ids.next(IdKind.SIGN_IN).toString())
                .addString(text(about.organization()))
                .addString(text(about.connection()))
                .addString(text(about.revision()))
                .addString(text(about.application()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addString(reference)
                .addString(reason)
                .addString(findings(reason)))
        .map(inserted -> inserted.rowCount() == 1)
        .invoke(inserted -> {
          if (ofNobody && !inserted) {
            ofNobodyFullAt = clock.instant();
          }
        })
        .onFailure()
        .invoke(fault -> LOG.warn("An interrupted sign-in could not be logged", fault))
        .onFailure()
        .recoverWithItem(false);
  }

  /** A clock that was set back must not silence us. */
  private boolean isPausing(Instant now) {
    Instant since = ofNobodyFullAt;
    return !now.isBefore(since) && now.isBefore(since.plus(PAUSE));
  }

  private String findings(String reason) {
    try {
      return json.writeValueAsString(List.of(new Finding(reason, null, null)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A finding is not writable as JSON", e);
    }
  }

  private static @Nullable String text(@Nullable Id id) {
    return id == null ? null : id.toString();
  }
}
