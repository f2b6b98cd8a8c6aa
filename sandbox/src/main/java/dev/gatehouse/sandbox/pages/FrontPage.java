package dev.gatehouse.sandbox.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Says what the sandbox is and where its three parts are. */
@Path("/")
final class FrontPage {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance front();
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance front() {
    return Templates.front();
  }
}
