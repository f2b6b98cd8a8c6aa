package dev.gatehouse.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.Map;

/** Makes the exceptions that answer a request with a problem of the catalogue. */
public final class Problems {

  private Problems() {}

  public static HttpProblem of(ProblemCode code) {
    return of(code, code.meaning());
  }

  /** A problem whose detail says more than the catalogue can. */
  public static HttpProblem of(ProblemCode code, Detail detail) {
    return of(code, detail.text());
  }

  /**
   * A problem whose detail has values in it, or comes from elsewhere. What is no sentence of ours
   * is answered as it is, in whatever language.
   */
  public static HttpProblem of(ProblemCode code, String detail) {
    return of(code, detail, Map.of());
  }

  /** A problem with extension members (RFC 9457 section 3.2). */
  public static HttpProblem of(ProblemCode code, String detail, Map<String, ?> members) {
    HttpProblem.Builder problem = builder(code, detail);
    members.forEach(problem::with);
    return problem.build();
  }

  /** A problem that is over after a while; says so in Retry-After (RFC 9110 section 10.2.3). */
  public static HttpProblem retryAfter(ProblemCode code, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return builder(code, code.meaning()).withHeader("Retry-After", seconds).build();
  }

  static HttpProblem.Builder builder(ProblemCode code, String detail) {
    return HttpProblem.builder()
        .withType(code.type())
        .withTitle(code.title())
        .withStatus(code.status())
        .withDetail(detail)
        .with("code", code.code())
        .with("remedy", code.remedy());
  }
}
