package dev.gatehouse.gateway.interruption;

import dev.gatehouse.gateway.log.InterruptedSignIns;
import dev.gatehouse.gateway.log.InterruptedSignIns.About;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.ids.Id;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Makes the pages of interruptions. The reference on each leads to the reason: in the sign-in log
 * of the organization, or among those that only operators see where nobody knows whose it is.
 */
@ApplicationScoped
public class Interruptions {

  private final InterruptedSignIns interrupted;
  private final Connections connections;
  private final Pages pages;

  Interruptions(InterruptedSignIns interrupted, Connections connections, Pages pages) {
    this.interrupted = interrupted;
    this.connections = connections;
    this.pages = pages;
  }

  /** Of a request that says nothing of whose it is. */
  public Uni<Response> page(Interruption why) {
    return page(why, About.nobody());
  }

  /** Of a request to this connection, if there is one. */
  public Uni<Response> page(Interruption why, Id connection) {
    return connections
        .known(connection)
        .map(known ->
            known
                .map(one -> new About(one.organization(), one.id(), null, null))
                .orElseGet(About::nobody))
        .flatMap(about -> page(why, about));
  }

  /** Of a request of which this is known. */
  public Uni<Response> page(Interruption why, About about) {
    return page(why, interrupted.record(about, why.code()));
  }

  /** The same for what identity providers send by themselves, over and over. */
  public Uni<Response> repeatedPage(Interruption why, About about) {
    return page(why, interrupted.recordOnceAnHour(about, why.code()));
  }

  private Uni<Response> page(Interruption why, Uni<String> recorded) {
    return recorded.flatMap(reference ->
        pages.refusal(
            why.status(),
            new Refusal(
                why.heading(), why.text(), why.code(), Optional.of(reference), Optional.empty())));
  }
}
