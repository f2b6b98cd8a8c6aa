package dev.gatehouse.gateway.departure;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.AttemptCookies;
import dev.gatehouse.gateway.attempt.KeepVerdict;
import dev.gatehouse.gateway.attempt.NewAttempt;
import dev.gatehouse.gateway.attempt.Outgoing;
import dev.gatehouse.gateway.page.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends a browser to the identity provider, with the cookie that it has to come back with. */
@Singleton
public class Departures {

  private static final int SEE_OTHER = 303;

  private final Pages pages;
  private final AttemptCookies cookies;
  private final KeepVerdict keepVerdict;
  private final String publicUrl;

  Departures(
      Pages pages,
      AttemptCookies cookies,
      KeepVerdict keepVerdict,
      @ConfigProperty(name = "gatehouse.public-url") String publicUrl) {
    this.pages = pages;
    this.cookies = cookies;
    this.keepVerdict = keepVerdict;
    this.publicUrl = publicUrl;
  }

  /**
   * The answer for a browser whose attempt is stored.
   *
   * @param stored the same attempt
   */
  public Uni<Response> depart(NewAttempt attempt, Attempt stored, Outgoing outgoing) {
    return answer(stored, outgoing)
        .map(response ->
            Response.fromResponse(response)
                .cookie(cookies.issue(attempt.id(), attempt.cookie(), Attempt.LIFETIME))
                .build());
  }

  private Uni<Response> answer(Attempt attempt, Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Redirect(var address, _) -> Uni.createFrom().item(to(address));
      case Outgoing.Post(var destination, var samlRequest, _) ->
          pages.post(destination, samlRequest, attempt.id().toString());
      // It ends where every attempt ends, so that it is logged and explained like the others.
      case Outgoing.Nowhere(var why) ->
          keepVerdict
              .keepUnasked(attempt, why)
              .replaceWith(
                  () -> to(URI.create(publicUrl + "/sign-in/continue?attempt=" + attempt.id())));
    };
  }

  private static Response to(URI address) {
    return Response.status(SEE_OTHER)
        .location(address)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
