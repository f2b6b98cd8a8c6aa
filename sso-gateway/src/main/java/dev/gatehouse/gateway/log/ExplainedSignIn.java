package dev.gatehouse.gateway.log;

import dev.gatehouse.failure.ExplainedReason;
import dev.gatehouse.gateway.log.FailedSignIn.CheckLine;
import dev.gatehouse.gateway.log.LoggedSignIn.Outcome;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished sign-in as administrators see it.
 *
 * @param reference what the person was shown when it failed
 * @param reasons the codes of the findings
 * @param findings why it failed, each with what to change in the identity provider's console
 * @param checks how every check went; empty where no answer was looked at
 */
record ExplainedSignIn(
    Id id,
    @Nullable Id organization,
    @Nullable Id connection,
    @Nullable Id revision,
    @Nullable Id application,
    Outcome outcome,
    Instant at,
    @Nullable Id person,
    @Nullable String email,
    @Nullable String reference,
    List<String> reasons,
    List<ExplainedReason> findings,
    List<CheckLine> checks) {

  static ExplainedSignIn of(
      LoggedSignIn signIn, List<ExplainedReason> findings, List<CheckLine> checks) {
    return new ExplainedSignIn(
        signIn.id(),
        signIn.organization(),
        signIn.connection(),
        signIn.revision(),
        signIn.application(),
        signIn.outcome(),
        signIn.at(),
        signIn.person(),
        signIn.email(),
        signIn.reference(),
        signIn.reasons(),
        findings,
        checks);
  }

  @Override
  public String toString() {
    return "ExplainedSignIn[" + id + "]";
  }
}
