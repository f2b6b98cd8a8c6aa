package dev.gatehouse.connection.connection;

import dev.gatehouse.access.Page;
import dev.gatehouse.connection.idp.AdminTexts;
import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells admins in the language that they asked for, whichever resource answers. */
@Provider
class AdminAnswers implements ContainerResponseFilter {

  private final AdminTexts texts;

  AdminAnswers(AdminTexts texts) {
    this.texts = texts;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Language language =
        Language.fromString(
            Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), ""));
    Object said = in(texts.in(language), response.getEntity());
    if (said != null) {
      response.setEntity(said);
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
      response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    }
  }

  private static @Nullable Object in(Translation language, @Nullable Object answer) {
    return switch (answer) {
      case ForAdmins one -> one.in(language);
      case Page<?> page when page.items().stream().anyMatch(ForAdmins.class::isInstance) ->
          new Page<>(
              page.items().stream().map(ForAdmins.class::cast).map(it -> it.in(language)).toList(),
              page.next());
      case null, default -> null;
    };
  }
}
