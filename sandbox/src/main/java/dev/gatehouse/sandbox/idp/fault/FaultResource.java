package dev.gatehouse.sandbox.idp.fault;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the fault of all answers to come. */
@Path("/idp/faults")
@Produces(MediaType.APPLICATION_JSON)
final class FaultResource {
  record Choice(@Nullable String fault) {}

  record State(Fault fault, List<String> available) {}

  private final Faults faults;

  FaultResource(Faults faults) {
    this.faults = faults;
  }

  @GET
  public State state() {
    return new State(faults.current(), List.of(Fault.codes()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public State choose(Choice choice) {
    faults.choose(Fault.parse(choice.fault(), Fault.NONE));
    return state();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(@FormParam("fault") @Nullable String fault) {
    faults.choose(Fault.parse(fault, Fault.NONE));
    return Response.seeOther(URI.create("/idp#faults")).build();
  }
}
