package dev.gatehouse.languages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** Says which language an answer is in, and that it depends on what was asked for. */
@Provider
@InAskedLanguage
public class NameLanguage implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    // Problems say it themselves: those of every resource are in the language that was asked for.
    if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
      String asked =
          Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), "");
      response
          .getHeaders()
          .putSingle(HttpHeaders.CONTENT_LANGUAGE, Language.fromString(asked).tag());
    }
  }
}
