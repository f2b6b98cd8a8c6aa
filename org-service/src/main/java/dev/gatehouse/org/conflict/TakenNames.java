package dev.gatehouse.org.conflict;

import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import org.hibernate.exception.ConstraintViolationException;

/** The index decides whether a name is free, not a look before the write; here it is heard. */
@Provider
public final class TakenNames extends ExceptionMapperBase<ConstraintViolationException> {

  @Override
  protected HttpProblem toProblem(ConstraintViolationException refused) {
    return Problems.of(code(String.valueOf(refused.getConstraintName())));
  }

  private static ProblemCode code(String constraint) {
    return switch (constraint) {
      case "organization_slug_unique" -> ProblemCode.SLUG_TAKEN;
      case "organization_external_id_unique", "member_external_id_unique" ->
          ProblemCode.EXTERNAL_ID_TAKEN;
      case "member_email_unique", "member_person_unique" -> ProblemCode.MEMBER_EXISTS;
      case "role_key_unique" -> ProblemCode.ROLE_EXISTS;
      default -> ProblemCode.CONFLICT;
    };
  }
}
