package dev.gatehouse.saml.rules;

import dev.gatehouse.saml.Check;
import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.CheckOutcome;
import dev.gatehouse.saml.Reason;
import dev.gatehouse.saml.ReasonCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects how each check went; a failure, once noted, stays. */
public final class Findings {

  private static final int LONGEST_VALUE = 600;

  private final Map<CheckName, Check> checks = new EnumMap<>(CheckName.class);
  private final List<Reason> reasons = new ArrayList<>();

  /** Notes that a check passed, unless it has failed before. */
  public void pass(CheckName name, String expected, String received) {
    checks.putIfAbsent(
        name, new Check(name, CheckOutcome.PASSED, shown(expected), shown(received)));
  }

  /** Notes a failure in the reason's usual words. */
  public void fail(CheckName name, ReasonCode code, String expected, String received) {
    fail(name, Reason.of(code, expected, received));
  }

  /** Notes a failure. */
  public void fail(CheckName name, Reason reason) {
    var shown =
        new Reason(
            reason.code(), shown(reason.expected()), shown(reason.received()), reason.text());
    reasons.add(shown);
    checks.put(name, new Check(name, CheckOutcome.FAILED, shown.expected(), shown.received()));
  }

  /** Notes one check that either holds or does not. */
  public void require(
      boolean holds, CheckName name, ReasonCode code, String expected, String received) {
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
  public List<Reason> reasons() {
    return List.copyOf(reasons);
  }

  /** Every check in the order of the decision list, but the caller's own. */
  public List<Check> checks() {
    var all = new ArrayList<Check>(CheckName.values().length);
    for (CheckName name : CheckName.values()) {
      var check = checks.get(name);
      if (check != null) {
        all.add(check);
      } else if (name != CheckName.REPLAY) {
        all.add(new Check(name, CheckOutcome.NOT_REACHED, "", ""));
      }
    }
    return List.copyOf(all);
  }

  // Received values come from strangers: no control characters, no megabytes.
  private static String shown(String value) {
    String cut = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    for (int i = 0; i < cut.length(); i++) {
      if (Character.isISOControl(cut.charAt(i))) {
        return cut.replaceAll("\\p{Cntrl}", " ");
      }
    }
    return cut;
  }
}
