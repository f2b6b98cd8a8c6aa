package dev.gatehouse.problems;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/**
 * JSON of another shape than the one that is read here; Quarkus would answer it in its own form.
 */
@Provider
public final class MismatchedBodies extends ExceptionMapperBase<MismatchedInputException> {

  @Override
  protected HttpProblem toProblem(MismatchedInputException mismatched) {
    return Problems.of(ProblemCode.INVALID_REQUEST, mismatched.getOriginalMessage());
  }
}
