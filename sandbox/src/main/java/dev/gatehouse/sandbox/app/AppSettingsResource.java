package dev.gatehouse.sandbox.app;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Shows and changes how Brightdesk is registered; the secret goes in and never out. */
@Path("/app/settings")
final class AppSettingsResource {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance settings(Shown settings, AppAddress address);
  }

  record Change(
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String scope) {}

  record Shown(String issuer, String clientId, boolean hasClientSecret, String scope) {
    static Shown of(AppSettings settings) {
      return new Shown(
          settings.issuer(),
          settings.clientId(),
          !settings.clientSecret().isBlank(),
          settings.scope());
    }
  }

  private final CurrentAppSettings settings;
  private final AppAddress address;

  AppSettingsResource(CurrentAppSettings settings, AppAddress address) {
    this.settings = settings;
    this.address = address;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance page() {
    return Templates.settings(Shown.of(settings.get()), address);
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Shown get() {
    return Shown.of(settings.get());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Shown change(Change change) {
    return Shown.of(
        settings.change(change.issuer(), change.clientId(), change.clientSecret(), change.scope()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @FormParam("issuer") @Nullable String issuer,
      @FormParam("clientId") @Nullable String clientId,
      @FormParam("clientSecret") @Nullable String clientSecret,
      @FormParam("scope") @Nullable String scope) {
    settings.change(issuer, clientId, clientSecret, scope);
    return Response.seeOther(URI.create("/app")).build();
  }
}
