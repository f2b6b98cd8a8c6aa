package dev.gatehouse.sandbox.idp.signin;

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

/** Chooses what is signed and how people are named. */
@Path("/idp/settings")
@Produces(MediaType.APPLICATION_JSON)
final class SettingsResource {
  record Change(@Nullable String signs, @Nullable String nameId) {}

  private final CurrentSettings settings;

  SettingsResource(CurrentSettings settings) {
    this.settings = settings;
  }

  @GET
  public IdpSettings get() {
    return settings.get();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public IdpSettings change(Change change) {
    return settings.change(before ->
        new IdpSettings(
            IdpSettings.Signs.parse(change.signs(), before.signs()),
            IdpSettings.NameIdKind.parse(change.nameId(), before.nameId())));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @FormParam("signs") @Nullable String signs, @FormParam("nameId") @Nullable String nameId) {
    change(new Change(signs, nameId));
    return Response.seeOther(URI.create("/idp#settings")).build();
  }
}
