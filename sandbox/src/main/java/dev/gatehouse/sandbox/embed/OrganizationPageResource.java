package dev.gatehouse.sandbox.embed;

import dev.gatehouse.sandbox.embed.GatehouseApi.GatehouseTrouble;
import dev.gatehouse.sandbox.embed.GatehouseApi.Named;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jspecify.annotations.Nullable;

/** Brightdesk's organization settings: {@code <organization-profile>} and the token behind it. */
@Path("/app/organization")
@Blocking
final class OrganizationPageResource {
  private static final String SESSION = "brightdesk-viewer";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance choose(
        String organization, List<Named> organizations, List<Named> members, String trouble);

    static native TemplateInstance profile(String gatehouse, String organization, String tab);
  }

  private final GatehouseApi gatehouse;
  private final Viewers viewers;
  private final EmbedPolicy policy;

  OrganizationPageResource(GatehouseApi gatehouse, Viewers viewers, EmbedPolicy policy) {
    this.gatehouse = gatehouse;
    this.viewers = viewers;
    this.policy = policy;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page(
      @RestCookie(SESSION) @Nullable String session,
      @QueryParam("organization") @DefaultValue("") String organization,
      @QueryParam("tab") @DefaultValue("general") String tab) {
    Optional<Viewer> viewer = viewers.who(session);
    if (viewer.isPresent()) {
      return page(Templates.profile(gatehouse.base().toString(), viewer.get().organization(), tab));
    }
    try {
      List<Named> members = organization.isEmpty() ? List.of() : gatehouse.members(organization);
      return page(Templates.choose(organization, gatehouse.organizations(), members, ""));
    } catch (GatehouseTrouble trouble) {
      return page(
          Templates.choose(
              organization, List.of(), List.of(), String.valueOf(trouble.getMessage())));
    }
  }

  /** In a real product: signing in. */
  @POST
  @Path("/viewer")
  public Response choose(
      @FormParam("organization") @DefaultValue("") String organization,
      @FormParam("member") @DefaultValue("") String member) {
    String session = viewers.begin(new Viewer(organization, member));
    return Response.seeOther(URI.create("/app/organization?tab=security"))
        .cookie(cookie(session, -1))
        .build();
  }

  @POST
  @Path("/leave")
  public Response leave(@RestCookie(SESSION) @Nullable String session) {
    viewers.end(session);
    return Response.seeOther(URI.create("/app/organization")).cookie(cookie("", 0)).build();
  }

  /**
   * What the element's token callback fetches. Whose token it is comes from our own session alone.
   */
  @GET
  @Path("/token")
  @Produces(MediaType.TEXT_PLAIN)
  public Response token(@RestCookie(SESSION) @Nullable String session) {
    Optional<Viewer> viewer = viewers.who(session);
    if (viewer.isEmpty()) {
      return Response.status(Response.Status.UNAUTHORIZED).build();
    }
    try {
      return Response.ok(gatehouse.sessionToken(viewer.get())).build();
    } catch (GatehouseTrouble trouble) {
      return Response.status(Response.Status.BAD_GATEWAY).entity(trouble.getMessage()).build();
    }
  }

  private Response page(TemplateInstance template) {
    return Response.ok(template).header("Content-Security-Policy", policy.header()).build();
  }

  private static NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(SESSION)
        .value(value)
        .path("/app/organization")
        .maxAge(maxAge)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
