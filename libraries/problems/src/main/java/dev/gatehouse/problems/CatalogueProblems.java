package dev.gatehouse.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.MDC;

/** Gives the problems that the framework makes by itself their code of the catalogue. */
@ApplicationScoped
class CatalogueProblems implements ProblemPostProcessor {

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    if (problem.getParameters().containsKey("code")) {
      return traced(HttpProblem.builder(problem)).build();
    }
    ProblemCode code = byStatus(problem.getStatusCode());
    HttpProblem.Builder named = Problems.builder(code, detail(problem, code));
    for (Map.Entry<String, Object> member : problem.getParameters().entrySet()) {
      // The extension calls the list of invalid fields violations; ours is errors.
      named.with(
          member.getKey().equals("violations") ? "errors" : member.getKey(), member.getValue());
    }
    problem.getHeaders().forEach(named::withHeader);
    return traced(named).withStatus(problem.getStatusCode()).build();
  }

  /** The framework's own detail is often but the status in words. */
  private static String detail(HttpProblem problem, ProblemCode code) {
    String given = problem.getDetail();
    return given == null || given.startsWith("HTTP ") ? code.meaning() : given;
  }

  private static HttpProblem.Builder traced(HttpProblem.Builder problem) {
    Object trace = MDC.get("traceId");
    return trace == null ? problem : problem.with("traceId", trace.toString());
  }

  private static ProblemCode byStatus(int status) {
    return switch (status) {
      case 401 -> ProblemCode.UNAUTHENTICATED;
      case 403 -> ProblemCode.PERMISSION_DENIED;
      case 404 -> ProblemCode.NOT_FOUND;
      case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
      case 409 -> ProblemCode.CONFLICT;
      case 412 -> ProblemCode.PRECONDITION_FAILED;
      case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
      case 429 -> ProblemCode.TOO_MANY_REQUESTS;
      case 503 -> ProblemCode.SERVICE_UNAVAILABLE;
      default -> status >= 500 ? ProblemCode.INTERNAL_ERROR : ProblemCode.INVALID_REQUEST;
    };
  }
}
