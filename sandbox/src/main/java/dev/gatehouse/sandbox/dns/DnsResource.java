package dev.gatehouse.sandbox.dns;

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
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Publishes records and faults, by program or by form. */
@Path("/dns")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
final class DnsResource {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance dns(
        int port, List<Published> records, List<Map.Entry<String, DnsFault>> faults);
  }

  record NewRecord(
      @Nullable String name, @Nullable String type, @Nullable String value, @Nullable Long ttl) {}

  record NewFault(@Nullable String name, @Nullable String fault) {}

  private final Zone zone;
  private final int port;

  DnsResource(Zone zone, @ConfigProperty(name = "sandbox.dns.port") int port) {
    this.zone = zone;
    this.port = port;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance page() {
    return Templates.dns(
        port, zone.records(), List.copyOf(new TreeMap<>(zone.faults()).entrySet()));
  }

  @GET
  @Path("/records")
  @Produces(MediaType.APPLICATION_JSON)
  public List<Published> records() {
    return zone.records();
  }

  @POST
  @Path("/records")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public Published publish(NewRecord asked) {
    Published record = Published.of(asked.name(), asked.type(), asked.value(), asked.ttl());
    zone.publish(record);
    return record;
  }

  @DELETE
  @Path("/records")
  @ResponseStatus(204)
  public void remove(
      @RestQuery @Nullable String name,
      @RestQuery @Nullable String type,
      @RestQuery @Nullable String value) {
    zone.remove(name == null ? "" : name, type, value);
  }

  @GET
  @Path("/faults")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, DnsFault> faults() {
    return zone.faults();
  }

  @POST
  @Path("/faults")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, DnsFault> fail(NewFault asked) {
    if (asked.name() == null || asked.name().isBlank()) {
      throw Refusal.badRequest("Which name?", "Send {\"name\", \"fault\"}.");
    }
    zone.fail(asked.name(), DnsFault.parse(asked.fault()));
    return zone.faults();
  }

  @POST
  @Path("/records")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response publishByForm(
      @FormParam("name") @Nullable String name,
      @FormParam("type") @Nullable String type,
      @FormParam("value") @Nullable String value,
      @FormParam("ttl") @Nullable Long ttl) {
    zone.publish(Published.of(name, type, value, ttl));
    return backToPage();
  }

  @POST
  @Path("/records/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response removeByForm(
      @FormParam("name") @Nullable String name,
      @FormParam("type") @Nullable String type,
      @FormParam("value") @Nullable String value) {
    remove(name, type, value);
    return backToPage();
  }

  @POST
  @Path("/faults")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response failByForm(
      @FormParam("name") @Nullable String name, @FormParam("fault") @Nullable String fault) {
    fail(new NewFault(name, fault));
    return backToPage();
  }

  private static Response backToPage() {
    return Response.seeOther(URI.create("/dns")).build();
  }
}
