package dev.gatehouse.org.elements;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The web components as ES modules. Public: pages of every origin may load it. */
@Path("/elements")
class ElementsResource {
  // The same addresses for every release: kept for minutes, then asked for by its ETag.
  private static final String CACHING = "public, max-age=300, must-revalidate";

  private final ElementsModules modules;

  ElementsResource(ElementsModules modules) {
    this.modules = modules;
  }

  @GET
  @Path("/{name}")
  @Operation(hidden = true)
  public Response module(
      @PathParam("name") String name,
      @Context Request request,
      @HeaderParam("Accept-Encoding") @Nullable String encodings) {
    ElementsModule module = modules.named(name).orElseThrow(NotFoundException::new);
    boolean gzip = encodings != null && encodings.contains("gzip");
    // A strong tag names one representation (RFC 9110 section 8.8.3.3), so each encoding has its
    // own.
    EntityTag tag = new EntityTag(module.digest() + (gzip ? "-gzip" : ""));
    Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
    if (answer == null) {
      answer =
          Response.ok(gzip ? module.gzipped() : module.plain(), "text/javascript; charset=utf-8");
      if (gzip) {
        answer.header("Content-Encoding", "gzip");
      }
    }
    return answer
        .tag(tag)
        .header("Cache-Control", CACHING)
        .header("Vary", "Accept-Encoding")
        // Never with credentials, and the same for all, so that caches may share it.
        .header("Access-Control-Allow-Origin", "*")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }
}
