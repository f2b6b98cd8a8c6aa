package dev.gatehouse.gateway.attempt;

import java.util.Locale;

/**
 * Why the gateway itself ends an attempt, beside the reasons that lie in the answer, which are its
 * protocol's.
 */
public enum SignInReason {
  ATTEMPT_EXPIRED("Took too long", "The sign-in was not finished within its time."),
  ASSERTION_REPLAYED("Used already", "An answer signs somebody in once; this one was used before."),
  CONNECTION_NOT_LIVE("Connection not active", "The connection is not active any more."),
  CONNECTION_SUSPENDED("Connection suspended", "The platform has suspended the connection."),
  REVISION_REPLACED(
      "Settings changed meanwhile", "The connection's settings changed during the sign-in."),
  IDP_KEY_REVOKED(
      "Certificate revoked meanwhile",
      "A certificate that the answer was checked with is not trusted any more."),
  ORGANIZATION_DELETED("Organization deleted", "The organization does not exist any more."),
  EMAIL_DOMAIN_NOT_ROUTED(
      "Email domain not with this connection",
      "The email address is not at a domain that this organization holds and has assigned to this"
          + " connection."),
  EMAIL_DOMAIN_LAPSED(
      "Email domain lapsed",
      "The domain's proof is missing, so only people who signed in before may do so again."),
  MEMBER_BLOCKED("Member removed", "The organization removed this member, and has not re-invited."),
  SEVERAL_MEMBERS(
      "Several members", "More than one member of the organization has this email address."),
  SUBJECT_CONFLICT(
      "Another subject", "Somebody else of this connection signs in with this email address."),
  CONNECTION_MISMATCH(
      "Posted to another connection",
      "The answer arrived at the address of another connection than the one that was asked.");

  private final String title;
  private final String explanation;

  SignInReason(String title, String explanation) {
    this.title = title;
    this.explanation = explanation;
  }

  /** A stable name for machines. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A few words for a heading. */
  public String title() {
    return title;
  }

  /** One plain sentence for administrators. */
  public String explanation() {
    return explanation;
  }
}
