package dev.gatehouse.connection.connection;

import dev.gatehouse.access.EntityTags;
import dev.gatehouse.problems.ProblemCode;
import dev.gatehouse.problems.Problems;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** How a connection is answered: its view, and its version as the entity tag. */
public final class ConnectionAnswers {

  private ConnectionAnswers() {}

  public static Response ok(ConnectionSnapshot connection) {
    return ok(connection, ConnectionView.of(connection));
  }

  /** With a body that says more than the connection itself. */
  public static Response ok(ConnectionSnapshot connection, Object body) {
    return Response.ok(body).header("ETag", EntityTags.of(connection.version())).build();
  }

  static Response created(ConnectionSnapshot connection) {
    return Response.created(URI.create("/v1/connections/" + connection.id()))
        .entity(ConnectionView.of(connection))
        .header("ETag", EntityTags.of(connection.version()))
        .build();
  }

  public static Response of(ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Changed changed -> ok(changed.connection());
      case ChangeOutcome.Stale stale -> throw Problems.of(ProblemCode.PRECONDITION_FAILED);
      case ChangeOutcome.Gone gone -> throw Problems.of(ProblemCode.NOT_FOUND);
    };
  }
}
