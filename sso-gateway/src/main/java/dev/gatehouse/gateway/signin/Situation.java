package dev.gatehouse.gateway.signin;

import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds at the moment of minting, read by the statement that consumes the request.
 *
 * @param first whether this is the one time that the attempt is finished
 * @param routed whether the email's domain leads to this connection of this organization
 * @param lapsed whether only people already known may come
 * @param person whom the identity belongs to, if it is known
 * @param known what else is known of that person
 */
record Situation(
    boolean first,
    boolean organizationGone,
    boolean live,
    boolean suspended,
    boolean sameRevision,
    boolean keysTrusted,
    boolean routed,
    boolean lapsed,
    boolean blocked,
    Optional<Id> person,
    Known known) {

  /**
   * A person who signed in before.
   *
   * @param email as last asserted
   * @param member the member linked by email
   * @param joined whether the organization already has a membership that names the person
   * @param invited the one active member with this email who is nobody yet
   */
  record Known(Optional<String> email, Optional<Id> member, boolean joined, Optional<Id> invited) {}

  static Situation of(Row row) {
    return new Situation(
        row.getBoolean("first"),
        row.getBoolean("organization_gone"),
        row.getBoolean("live"),
        row.getBoolean("suspended"),
        row.getBoolean("same_revision"),
        row.getBoolean("keys_trusted"),
        row.getBoolean("lapsed") != null,
        Boolean.TRUE.equals(row.getBoolean("lapsed")),
        row.getBoolean("blocked"),
        Optional.ofNullable(row.getString("person")).map(id -> Id.parse(IdKind.PERSON, id)),
        new Known(
            Optional.ofNullable(row.getString("email")),
            Optional.ofNullable(row.getString("member")).map(id -> Id.parse(IdKind.MEMBER, id)),
            row.getBoolean("joined"),
            Optional.ofNullable(row.getString("invited")).map(id -> Id.parse(IdKind.MEMBER, id))));
  }

  /** Everything that forbids the sign-in; each reason once, and none that another one implies. */
  List<SignInReason> refusals() {
    if (organizationGone) {
      return List.of(SignInReason.ORGANIZATION_DELETED);
    }
    List<SignInReason> reasons = new ArrayList<>();
    if (!live) {
      reasons.add(SignInReason.CONNECTION_NOT_LIVE);
    } else if (!sameRevision) {
      reasons.add(SignInReason.REVISION_REPLACED);
    }
    if (suspended) {
      reasons.add(SignInReason.CONNECTION_SUSPENDED);
    }
    if (!keysTrusted) {
      reasons.add(SignInReason.IDP_KEY_REVOKED);
    }
    if (!routed && live && !suspended) {
      reasons.add(SignInReason.EMAIL_DOMAIN_NOT_ROUTED);
    }
    if (lapsed && person.isEmpty()) {
      reasons.add(SignInReason.EMAIL_DOMAIN_LAPSED);
    }
    if (blocked) {
      reasons.add(SignInReason.MEMBER_BLOCKED);
    }
    return reasons;
  }
}
