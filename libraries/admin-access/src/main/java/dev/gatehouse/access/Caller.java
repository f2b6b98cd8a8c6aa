package dev.gatehouse.access;

import dev.gatehouse.ids.Id;
import java.util.Set;

/** Somebody whose token was verified and who may do what was asked. */
public sealed interface Caller {

  /** How events and audit records name the caller. */
  String actor();

  /** An engineer or a backend of the platform. */
  record Operator(String client) implements Caller {
    @Override
    public String actor() {
      return "operator:" + client;
    }
  }

  /** A member of the organization that the call is about. */
  record Member(Id id, Id organization, Set<String> permissions) implements Caller {
    @Override
    public String actor() {
      return "member:" + id;
    }
  }

  /**
   * Whoever holds a set-up link: somebody without an account, for some steps of one organization.
   */
  record SetupLink(Id id, Id organization, Set<Step> steps) implements Caller {
    @Override
    public String actor() {
      return "setup_link:" + id;
    }
  }
}
