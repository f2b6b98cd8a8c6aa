package dev.gatehouse.oidc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects how each check of one step went; a failure, once noted, stays. */
public final class Findings {

  private final Set<OidcCheckName> scope;
  private final Map<OidcCheckName, OidcCheck> checks = new EnumMap<>(OidcCheckName.class);
  private final List<OidcReason> reasons = new ArrayList<>();

  /**
   * @param scope the checks of this step, which are listed even if they are not reached
   */
  public Findings(Set<OidcCheckName> scope) {
    this.scope = scope;
  }

  /** Notes that a check passed, unless it has failed before. */
  public void pass(OidcCheckName name, String expected, String received) {
    checks.putIfAbsent(name, new OidcCheck(name, CheckOutcome.PASSED, expected, received));
  }

  /** Notes a failure in the code's usual words. */
  public void fail(OidcCheckName name, OidcReasonCode code, String expected, String received) {
    fail(name, OidcReason.of(code, expected, received));
  }

  /** Notes a failure. */
  public void fail(OidcCheckName name, OidcReason reason) {
    reasons.add(reason);
    checks.put(
        name, new OidcCheck(name, CheckOutcome.FAILED, reason.expected(), reason.received()));
  }

  /** Notes one check that either holds or does not. */
  public void require(
      boolean holds, OidcCheckName name, OidcReasonCode code, String expected, String received) {
    if (holds) {
      pass(name, expected, received);
    } else {
      fail(name, code, expected, received);
    }
  }

  /** Whether nothing has failed. */
  public boolean allPassed() {
    return reasons.isEmpty();
  }

  /** Why, in the order found. */
  public List<OidcReason> reasons() {
    return List.copyOf(reasons);
  }

  /** The checks of this step, in the order of the decision list. */
  public List<OidcCheck> checks() {
    var all = new ArrayList<OidcCheck>();
    for (OidcCheckName name : OidcCheckName.values()) {
      var check = checks.get(name);
      if (check != null) {
        all.add(check);
      } else if (scope.contains(name)) {
        all.add(new OidcCheck(name, CheckOutcome.NOT_REACHED, "", ""));
      }
    }
    return List.copyOf(all);
  }
}
