package dev.gatehouse.access;

import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.problems.Detail;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import java.util.List;
import java.util.stream.Stream;

/** Several organizations in one query parameter, for reads that serve a whole table at a time. */
public final class OrganizationList {

  private static final int MOST = 100;

  private OrganizationList() {}

  /** Ids with commas between, each once. */
  public static List<Id> parse(String organizations) {
    List<Id> ids =
        Stream.of(organizations.split(",", -1))
            .map(id -> Id.parse(IdKind.ORGANIZATION, id.strip()))
            .distinct()
            .toList();
    if (ids.size() > MOST) {
      throw Problems.of(ProblemCode.INVALID_REQUEST, Detail.TOO_MANY_ORGANIZATIONS.with(MOST));
    }
    return ids;
  }
}
