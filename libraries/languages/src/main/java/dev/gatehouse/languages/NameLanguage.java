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
    response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    // Problems are for machines, and in English.
    if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
      String asked =
          Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), "");
      response
          .getHeaders()
          .putSingle(HttpHeaders.CONTENT_LANGUAGE, Language.fromString(asked).tag());
    }
  }
}
