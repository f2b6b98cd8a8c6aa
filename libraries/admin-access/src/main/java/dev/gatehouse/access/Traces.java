package dev.gatehouse.access;

import dev.gatehouse.ids.Ids;
import dev.gatehouse.outbox.Cause;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The W3C trace context of a request: the caller's if it sent one, else a new one. */
@RequestScoped
public class Traces {

  private static final Pattern TRACEPARENT =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

  private final Ids ids;
  private String traceparent = "";

  Traces(Clock clock) {
    this.ids = new Ids(clock);
  }

  /** Runs before every resource; the framework calls it, so it is public. */
  @ServerRequestFilter(preMatching = true)
  public void begin(ContainerRequestContext request) {
    String given = request.getHeaderString("traceparent");
    traceparent = given != null && TRACEPARENT.matcher(given).matches() ? given : fresh();
    MDC.put("traceId", traceparent.substring(3, 35));
  }

  private String fresh() {
    UUID trace = ids.nextUuid();
    String hex = trace.toString().replace("-", "");
    return "00-" + hex + "-" + hex.substring(16) + "-01";
  }

  /** What the caller causes now. */
  public Cause causedBy(Caller caller) {
    return new Cause(caller.actor(), traceparent);
  }

  /** What somebody without an admin token causes now, for example {@code person:per_…}. */
  public Cause causedBy(String actor) {
    return new Cause(actor, traceparent);
  }
}
