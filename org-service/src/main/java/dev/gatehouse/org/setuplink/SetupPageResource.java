package dev.gatehouse.org.setuplink;

import dev.gatehouse.languages.Language;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The page behind a set-up link. The same for everybody who reads its language; opening it changes
 * nothing.
 */
@Path("/setup")
class SetupPageResource {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final SetupPageTexts page = SetupPageTexts.of(read("setup.html"));
  private final String script = read("setup.js");
  private final String style = read("setup.css");

  @GET
  @Operation(hidden = true)
  public Response page(@HeaderParam("Accept-Language") @DefaultValue("") Language language) {
    return Response.fromResponse(answer(page.in(language), "text/html; charset=utf-8"))
        .header("Content-Language", language.tag())
        .header("Vary", "Accept-Language")
        .build();
  }

  @GET
  @Path("/setup.js")
  @Operation(hidden = true)
  public Response script() {
    return answer(script, "text/javascript; charset=utf-8");
  }

  @GET
  @Path("/setup.css")
  @Operation(hidden = true)
  public Response style() {
    return answer(style, "text/css; charset=utf-8");
  }

  private static Response answer(String body, String type) {
    return Response.ok(body, type)
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex")
        .header("Cross-Origin-Opener-Policy", "same-origin-allow-popups")
        .header("Cache-Control", "no-cache")
        .build();
  }

  private static String read(String name) {
    try (InputStream file =
        Objects.requireNonNull(
            SetupPageResource.class.getResourceAsStream("/setup/" + name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
