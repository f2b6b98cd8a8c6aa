package dev.gatehouse.sandbox.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a refusal as a page to browsers and as {@code application/problem+json} to programs. */
final class RefusalMapper {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance refused(String title, String detail);
  }

  @ServerExceptionMapper
  Response toResponse(Refusal refusal, HttpHeaders headers) {
    if (headers.getAcceptableMediaTypes().contains(MediaType.TEXT_HTML_TYPE)) {
      return Response.status(refusal.status())
          .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
          .entity(Templates.refused(refusal.title(), refusal.detail()).render())
          .build();
    }
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", refusal.title());
    problem.put("status", refusal.status());
    problem.put("detail", refusal.detail());
    return Response.status(refusal.status())
        .type("application/problem+json")
        .entity(problem)
        .build();
  }
}
