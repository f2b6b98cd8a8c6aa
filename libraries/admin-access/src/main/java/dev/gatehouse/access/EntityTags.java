package dev.gatehouse.access;

import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import org.jspecify.annotations.Nullable;

/** ETag and If-Match (RFC 9110 sections 8.8.3 and 13.1.1) on what two people may edit. */
public final class EntityTags {

  private EntityTags() {}

  /** The strong entity tag of a version. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Refuses a change that was not based on the present version. {@code *} matches any. */
  public static void require(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problems.of(ProblemCode.PRECONDITION_REQUIRED);
    }
    for (String tag : ifMatch.split(",", -1)) {
      String wanted = tag.strip();
      if (wanted.equals("*") || wanted.equals(of(version))) {
        return;
      }
    }
    throw Problems.of(ProblemCode.PRECONDITION_FAILED);
  }
}
