package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.attempt.Attempt;
import dev.gatehouse.gateway.attempt.AttemptCookies;
import dev.gatehouse.gateway.attempt.NewAttempt;
import dev.gatehouse.gateway.page.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Sends a browser to the identity provider, with the cookie that it has to come back with. */
@Singleton
public class Departures {

  private static final int SEE_OTHER = 303;

  private final Pages pages;
  private final AttemptCookies cookies;

  Departures(Pages pages, AttemptCookies cookies) {
    this.pages = pages;
    this.cookies = cookies;
  }

  /** The answer for a browser whose attempt is stored. */
  public Uni<Response> depart(NewAttempt attempt, Outgoing outgoing) {
    return answer(attempt, outgoing)
        .map(response ->
            Response.fromResponse(response)
                .cookie(cookies.issue(attempt.id(), attempt.cookie(), Attempt.LIFETIME))
                .build());
  }

  private Uni<Response> answer(NewAttempt attempt, Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Redirect(var address) ->
          Uni.createFrom()
              .item(
                  Response.status(SEE_OTHER)
                      .location(address)
                      .header("Cache-Control", "no-store")
                      .header("Referrer-Policy", "no-referrer")
                      .build());
      case Outgoing.Post(var destination, var request) ->
          pages.post(destination, request, attempt.id().toString());
    };
  }
}
