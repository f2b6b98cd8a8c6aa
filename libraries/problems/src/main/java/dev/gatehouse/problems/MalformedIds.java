package dev.gatehouse.problems;

import dev.gatehouse.ids.MalformedId;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** A malformed id in a path or query is the caller's mistake, whichever resource it was for. */
@Provider
public final class MalformedIds extends ExceptionMapperBase<MalformedId> {

  @Override
  protected HttpProblem toProblem(MalformedId malformed) {
    return Problems.of(ProblemCode.MALFORMED_ID, String.valueOf(malformed.getMessage()));
  }
}
