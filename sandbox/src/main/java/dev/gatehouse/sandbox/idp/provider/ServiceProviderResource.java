package dev.gatehouse.sandbox.idp.provider;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Registers and removes service providers, by program or by form. */
@Path("/idp/service-providers")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
final class ServiceProviderResource {
  record Entry(String entityId, List<String> acsUrls, @Nullable String sloUrl) {
    static Entry of(ServiceProvider provider) {
      return new Entry(
          provider.entityId(),
          provider.acsUrls().stream().map(ServiceProvider.AcsUrl::url).toList(),
          provider.sloUrl());
    }
  }

  private final ServiceProviders providers;
  private final RegisterServiceProvider registration;

  ServiceProviderResource(ServiceProviders providers, RegisterServiceProvider registration) {
    this.providers = providers;
    this.registration = registration;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Entry> all() {
    return providers.all().stream().map(Entry::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public Entry register(RegisterServiceProvider.Request request) {
    return Entry.of(registration.register(request));
  }

  @DELETE
  @ResponseStatus(204)
  public void remove(@RestQuery @Nullable String entityId) {
    providers.remove(entityId == null ? "" : entityId);
  }

  @POST
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  public Response register(
      @FormParam("metadataUrl") @Nullable String metadataUrl,
      @FormParam("metadataXml") @Nullable String metadataXml,
      @FormParam("entityId") @Nullable String entityId,
      @FormParam("acsUrl") @Nullable String acsUrl) {
    registration.register(
        new RegisterServiceProvider.Request(metadataUrl, metadataXml, entityId, acsUrl));
    return backToPage();
  }

  @POST
  @Path("/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response removeByForm(@FormParam("entityId") @Nullable String entityId) {
    remove(entityId);
    return backToPage();
  }

  private static Response backToPage() {
    return Response.seeOther(URI.create("/idp#service-providers")).build();
  }
}
