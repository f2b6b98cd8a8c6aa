package dev.gatehouse.problems;

import dev.gatehouse.languages.Language;
import dev.gatehouse.languages.Translation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.quarkus.arc.All;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Answers every problem in the language that was asked for. The last to touch it: whatever logs or
 * looks at a problem before sees it in English.
 */
@Provider
class ProblemLanguage implements ContainerResponseFilter {

  private final Map<Language, Translation> texts = new EnumMap<>(Language.class);

  ProblemLanguage(@All List<ProblemTexts> more) {
    for (Language language : Language.values()) {
      texts.put(
          language,
          more.stream()
              .map(service -> service.in(language))
              .reduce(translation(language), Translation::and));
    }
  }

  static Translation translation(Language language) {
    return Translation.read(ProblemLanguage.class, "texts", language);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof HttpProblem problem) {
      Language language =
          Language.fromString(
              Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), ""));
      response.setEntity(said(problem, Objects.requireNonNull(texts.get(language))));
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
      response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    }
  }

  private static HttpProblem said(HttpProblem problem, Translation language) {
    HttpProblem.Builder translated =
        HttpProblem.builder(problem)
            .withTitle(language.of(problem.getTitle()))
            .withDetail(language.ofFilled(problem.getDetail()));
    if (problem.getParameters().get("remedy") instanceof String remedy) {
      translated.with("remedy", language.of(remedy));
    }
    if (problem.getParameters().get("errors") instanceof List<?> errors) {
      translated.with("errors", errors.stream().map(error -> said(error, language)).toList());
    }
    return translated.build();
  }

  /** Messages of our own constraints; the usual ones are in the language already. */
  private static Object said(Object error, Translation language) {
    return error instanceof Violation violation
        ? Stream.of(Violation.In.values())
            .filter(in -> in.name().equals(violation.in))
            .findFirst()
            .orElse(Violation.In.unknown)
            .field(violation.field)
            .message(language.of(violation.message))
        : error;
  }
}
