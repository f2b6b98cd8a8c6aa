package dev.gatehouse.connection.testrun;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    List<Reason> reasons,
    @Nullable Map<String, Object> subject,
    @Nullable String request,
    @Nullable String response,
    @Nullable Instant rawUntil) {

  /** One line of the decision list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Check(String name, String outcome, @Nullable String expected, @Nullable String received) {}

  /**
   * Why the run failed.
   *
   * @param fix what to change in the provider's console
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reason(
      String code,
      @Nullable String text,
      @Nullable String expected,
      @Nullable String received,
      @Nullable String fix) {}
}
