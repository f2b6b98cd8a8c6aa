package dev.gatehouse.problems;

import dev.gatehouse.ids.MalformedId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A malformed id in a path or query is the caller's mistake, whichever resource it was for. */
class MalformedIds {

  @ServerExceptionMapper
  Response answer(MalformedId malformed) {
    HttpProblem problem =
        Problems.of(ProblemCode.MALFORMED_ID, String.valueOf(malformed.getMessage()));
    return problem.toResponse();
  }
}
