package dev.gatehouse.org.membership;

import dev.gatehouse.outbox.Cause;
import dev.gatehouse.outbox.Events;
import dev.gatehouse.outbox.HibernateOutbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes what happened to a member into the outbox, in the transaction of the change. */
@ApplicationScoped
class MemberJournal {

  static final String TOPIC = "gatehouse.memberships";

  private final Members members;
  private final HibernateOutbox outbox;
  private final Events events;
  private final long epoch;

  MemberJournal(
      Members members,
      HibernateOutbox outbox,
      Events events,
      @ConfigProperty(name = "gatehouse.epoch") long epoch) {
    this.members = members;
    this.outbox = outbox;
    this.events = events;
    this.epoch = epoch;
  }

  /** The new state for everybody, and the audit record of how it came about. */
  Uni<Member> changed(
      Member member,
      Collection<String> permissions,
      String event,
      Cause cause,
      String action,
      @Nullable MemberAudit before) {
    var after = MemberAudit.of(member);
    String organization = member.organization().toString();
    String id = member.id().toString();
    return publish(member, permissions, event, cause)
        .flatMap(done -> members.getSession())
        .flatMap(session ->
            outbox.append(session, events.audit(organization, cause, action, id, before, after)))
        .replaceWith(member);
  }

  /** The present state alone. */
  Uni<Void> publish(Member member, Collection<String> permissions, String event, Cause cause) {
    var state = MemberState.of(member, permissions, epoch);
    return members
        .getSession()
        .flatMap(session ->
            outbox.append(
                session,
                events.state(
                    TOPIC,
                    event,
                    member.id().toString(),
                    member.organization().toString(),
                    cause,
                    state)));
  }
}
