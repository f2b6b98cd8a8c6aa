package dev.gatehouse.sandbox.idp.oidc;

import dev.gatehouse.sandbox.pages.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

/** Registers and removes relying parties, by program or by form. */
@Path("/idp/oidc")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
final class ClientResource {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance clients(String issuer, List<OidcClient> clients);
  }

  record NewClient(
      @Nullable List<String> redirectUris,
      @Nullable String clientId,
      @Nullable String clientSecret) {}

  record Entry(String clientId, String clientSecret, List<String> redirectUris) {
    static Entry of(OidcClient client) {
      return new Entry(client.clientId(), client.clientSecret(), client.redirectUris());
    }
  }

  private final OidcClients clients;
  private final OidcAddress address;

  ClientResource(OidcClients clients, OidcAddress address) {
    this.clients = clients;
    this.address = address;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance page() {
    return Templates.clients(address.issuer(), clients.all());
  }

  @GET
  @Path("/clients")
  @Produces(MediaType.APPLICATION_JSON)
  public List<Entry> all() {
    return clients.all().stream().map(Entry::of).toList();
  }

  @POST
  @Path("/clients")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public Entry register(NewClient asked) {
    if (asked.redirectUris() == null) {
      throw Refusal.badRequest("No redirect URI", "Send {\"redirectUris\": [\"…\"]}.");
    }
    return Entry.of(clients.register(asked.redirectUris(), asked.clientId(), asked.clientSecret()));
  }

  @DELETE
  @Path("/clients")
  @ResponseStatus(204)
  public void remove(@RestQuery @Nullable String clientId) {
    clients.remove(clientId == null ? "" : clientId);
  }

  @POST
  @Path("/clients")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response registerByForm(@FormParam("redirectUri") @Nullable String redirectUri) {
    clients.register(List.of(redirectUri == null ? "" : redirectUri), null, null);
    return backToPage();
  }

  @POST
  @Path("/clients/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response removeByForm(@FormParam("clientId") @Nullable String clientId) {
    remove(clientId);
    return backToPage();
  }

  private static Response backToPage() {
    return Response.seeOther(URI.create("/idp/oidc")).build();
  }
}
