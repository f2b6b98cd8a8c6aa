package dev.gatehouse.connection.connection;

import dev.gatehouse.access.Access;
import dev.gatehouse.access.Caller;
import dev.gatehouse.access.Permission;
import dev.gatehouse.access.Step;
import dev.gatehouse.access.Traces;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.outbox.Cause;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Function;

/** Where every call about one connection enters: it must exist, and the caller may see it. */
@ApplicationScoped
public class ConnectionGate {

  static final Set<Step> READING_STEPS = Set.of(Step.CONNECTION, Step.TEST, Step.ACTIVATE);

  private final ReadConnections connections;
  private final Access access;
  private final Traces traces;

  ConnectionGate(ReadConnections connections, Access access, Traces traces) {
    this.connections = connections;
    this.access = access;
    this.traces = traces;
  }

  /** A connection, and who asks for it. */
  public record Entered(ConnectionSnapshot connection, Caller caller, Cause cause) {}

  /** To look at it. A stranger gets the same answer as for an id that nobody has. */
  public Uni<Entered> toRead(String id) {
    return enter(
        id,
        connection ->
            access.toRead(
                connection.organization(),
                READING_STEPS,
                Permission.MANAGE_ENTERPRISE_CONNECTIONS));
  }

  /** Like {@link #toManage}, also for set-up links: what people do not notice until it is live. */
  public Uni<Entered> toPrepare(String id, Step... steps) {
    return enter(
        id,
        connection ->
            access.toSelfServe(
                connection.organization(),
                Set.of(steps),
                Permission.MANAGE_ENTERPRISE_CONNECTIONS));
  }

  /**
   * Like {@link #toPrepare}, for what people would notice: while they sign in with it, the holder
   * of a set-up link is told that somebody of the organization must confirm.
   */
  public Uni<Entered> toSetUp(String id, Step... steps) {
    return toPrepare(id, steps)
        .invoke(entered -> {
          if (entered.caller() instanceof Caller.SetupLink && entered.connection().live() != null) {
            throw Problems.of(ProblemCode.CONFIRMATION_REQUIRED);
          }
        });
  }

  /** To change it, which the switch for self-serve SSO may have frozen. */
  public Uni<Entered> toManage(String id) {
    return enter(
        id,
        connection ->
            access.toSelfServe(
                connection.organization(), Permission.MANAGE_ENTERPRISE_CONNECTIONS));
  }

  private Uni<Entered> enter(String id, Function<ConnectionSnapshot, Uni<Caller>> check) {
    Id connection = Id.parse(IdKind.CONNECTION, id);
    // Without a token nobody learns which ids exist.
    return access
        .withAnyToken()
        .flatMap(known -> connections.find(connection))
        .map(found -> found.orElseThrow(() -> Problems.of(ProblemCode.NOT_FOUND)))
        .flatMap(found ->
            check.apply(found).map(caller -> new Entered(found, caller, traces.causedBy(caller))));
  }
}
