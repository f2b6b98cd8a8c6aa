package dev.gatehouse.gateway.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves what the platform set for the pages. */
@Path("/sign-in")
class BrandResource {

  private static final String A_DAY = "public, max-age=86400";

  private final Brand brand;

  BrandResource(Brand brand) {
    this.brand = brand;
  }

  @GET
  @Path("/brand.css")
  @Produces("text/css")
  @Operation(hidden = true)
  public Response css() {
    return Response.ok(brand.css()).header("Cache-Control", "public, max-age=300").build();
  }

  @GET
  @Path("/logo")
  @Operation(hidden = true)
  public Response logo() {
    Brand.Logo logo = brand.logo().orElseThrow(NotFoundException::new);
    return Response.ok(logo.content())
        .type(logo.type())
        .header("Cache-Control", A_DAY)
        .header("X-Content-Type-Options", "nosniff")
        // An SVG that is opened by itself is a document; it may then do nothing.
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .build();
  }
}
