package dev.gatehouse.gateway.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sign-in goes in an organization.
 *
 * @param since from when on sign-ins are counted
 * @param people how many persons have ever signed in
 * @param lastSignInAt the last one that succeeded, however long ago
 * @param reasons why sign-ins failed, the most frequent first
 * @param recent who signed in, the latest first; only where one organization was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignInSummary(
    Id organization,
    Instant since,
    long succeeded,
    long failed,
    long people,
    @Nullable Instant lastSignInAt,
    List<ReasonCount> reasons,
    @Nullable List<RecentPerson> recent) {

  /** How often sign-ins failed for a reason. */
  record ReasonCount(String reason, long count) {}

  /** A person by their last sign-in. */
  record RecentPerson(Id person, @Nullable String email, Instant lastSignInAt) {
    @Override
    public String toString() {
      return person.toString();
    }
  }

  SignInSummary with(List<RecentPerson> latest) {
    return new SignInSummary(
        organization, since, succeeded, failed, people, lastSignInAt, reasons, latest);
  }
}
