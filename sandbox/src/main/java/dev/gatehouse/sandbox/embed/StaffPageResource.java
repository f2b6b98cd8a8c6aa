package dev.gatehouse.sandbox.embed;

import dev.gatehouse.sandbox.embed.GatehouseApi.GatehouseTrouble;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The page of Brightdesk's own staff: {@code <gatehouse-dashboard>} and the operator's token behind
 * it. A real product lets only its staff in; the sandbox lets everyone on this machine.
 */
@Path("/app/staff")
@Blocking
final class StaffPageResource {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance dashboard(String gatehouse, String path);
  }

  private final GatehouseApi gatehouse;
  private final EmbedPolicy policy;

  StaffPageResource(GatehouseApi gatehouse, EmbedPolicy policy) {
    this.gatehouse = gatehouse;
    this.policy = policy;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page(@QueryParam("path") @DefaultValue("organizations") String path) {
    return Response.ok(Templates.dashboard(gatehouse.base().toString(), path))
        .header("Content-Security-Policy", policy.header())
        .build();
  }

  @GET
  @Path("/token")
  @Produces(MediaType.TEXT_PLAIN)
  public Response token() {
    try {
      return Response.ok(gatehouse.operatorToken()).build();
    } catch (GatehouseTrouble trouble) {
      return Response.status(Response.Status.BAD_GATEWAY).entity(trouble.getMessage()).build();
    }
  }
}
