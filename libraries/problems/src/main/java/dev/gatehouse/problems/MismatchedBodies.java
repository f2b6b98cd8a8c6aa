package dev.gatehouse.problems;

import static java.util.stream.Collectors.joining;

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
    // The exception's own words name our classes, and quote what may be a secret.
    String field =
        mismatched.getPath().stream()
            .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
            .collect(joining("."));
    return Problems.of(
        ProblemCode.INVALID_REQUEST,
        Detail.OTHER_KIND_OF_VALUE.with(field.isEmpty() ? "body" : field));
  }
}
