package dev.gatehouse.gateway.logout;

import dev.gatehouse.gateway.page.PageTexts;
import dev.gatehouse.gateway.page.Pages;
import dev.gatehouse.gateway.page.Refusal;
import dev.gatehouse.gateway.page.Wording;
import dev.gatehouse.gateway.saml.OutgoingLogout;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** What a browser gets while somebody signs out. */
@Singleton
class LogoutAnswers {

  private static final int SEE_OTHER = 303;

  private final Pages pages;

  LogoutAnswers(Pages pages) {
    this.pages = pages;
  }

  /** To the identity provider. */
  Uni<Response> away(OutgoingLogout outgoing) {
    return switch (outgoing) {
      case OutgoingLogout.Redirect(var address) -> Uni.createFrom().item(redirect(address));
      case OutgoingLogout.Post(var destination, var field, var message, var relayState) ->
          pages.postLogout(destination, field, message, relayState);
    };
  }

  /** To the application, or to a page where it named no address. */
  Uni<Response> leave(Optional<URI> target) {
    return target
        .map(uri -> Uni.createFrom().item(redirect(uri)))
        .orElseGet(() ->
            pages.refusal(
                Response.Status.OK,
                Refusal.plain(
                    PageTexts::signedOut, PageTexts::perhapsStillSignedIn, "signed_out")));
  }

  /** Nothing was ended: nobody proved who is signed in. */
  Uni<Response> unconfirmed(Response.Status status, Optional<URI> target) {
    Refusal refusal =
        Refusal.plain(PageTexts::wantToSignOut, PageTexts::logoutUnconfirmed, "logout_unconfirmed");
    return pages.refusal(status, target.map(refusal::withWayBack).orElse(refusal));
  }

  Uni<Response> refused(Response.Status status, Wording text, String code) {
    return pages.refusal(status, Refusal.plain(PageTexts::logoutNotAccepted, text, code));
  }

  Uni<Response> orFault(Uni<Response> answer) {
    return pages.orFault(answer);
  }

  private static Response redirect(URI target) {
    return Response.status(SEE_OTHER)
        .location(target)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
