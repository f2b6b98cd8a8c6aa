package dev.gatehouse.connection.testrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.failure.ExplainedReason;
import dev.gatehouse.ids.Id;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test run as the API shows it.
 *
 * @param startUrl where the admin's browser goes; given once, when the run is created
 * @param reasons why the run failed, each with what to change in the provider's console
 * @param errorSearch where to ask, with {@code &q=}, what the identity provider's error page means;
 *     until an answer came, and if none did
 * @param request the request that was sent, as XML, for seven days
 * @param response the response as it was posted, base64, for seven days
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TestRunView(
    Id id,
    Id organization,
    Id connection,
    Id revision,
    RunStatus status,
    Progress progress,
    @Nullable URI startUrl,
    String startedBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant finishedAt,
    List<Check> checks,
    List<ExplainedReason> reasons,
    @Nullable URI errorSearch,
    @Nullable Map<String, Object> subject,
    @Nullable String request,
    @Nullable String response,
    @Nullable Instant rawUntil) {

  /**
   * One line of the decision list.
   *
   * @param name stable, for machines
   * @param title for people
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Check(
      String name,
      String title,
      String outcome,
      @Nullable String expected,
      @Nullable String received) {}
}
