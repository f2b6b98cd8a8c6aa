package dev.gatehouse.sandbox.idp.key;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Shows, rotates and retires signing keys. */
@Path("/idp/keys")
@Produces(MediaType.APPLICATION_JSON)
final class KeyResource {
  record Entry(String sha256, Instant notAfter, boolean signs) {}

  private final IdpKeys keys;

  KeyResource(IdpKeys keys) {
    this.keys = keys;
  }

  @GET
  public List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    for (IdpKey key : keys.all()) {
      entries.add(
          new Entry(
              key.fingerprint(), key.certificate().getNotAfter().toInstant(), entries.isEmpty()));
    }
    return entries;
  }

  @POST
  @Path("/rotate")
  @ResponseStatus(201)
  public List<Entry> rotate() {
    keys.rotate();
    return all();
  }

  @DELETE
  @Path("/old")
  @ResponseStatus(204)
  public void retireOld() {
    keys.retireOld();
  }

  @POST
  @Path("/change")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@FormParam("act") @Nullable String act) {
    if ("retire".equals(act)) {
      keys.retireOld();
    } else {
      keys.rotate();
    }
    return Response.seeOther(URI.create("/idp#keys")).build();
  }
}
