package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.idp.fault.Fault;
import dev.gatehouse.sandbox.idp.fault.Faults;
import dev.gatehouse.sandbox.idp.person.People;
import dev.gatehouse.sandbox.pages.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The same without a browser, for tests: the answer comes back as JSON. */
@Path("/idp/respond")
@Produces(MediaType.APPLICATION_JSON)
final class RespondResource {
  /** One of the first three says what is answered; the rest is optional but for the user. */
  record Wanted(
      @Nullable String samlRequestUrl,
      @Nullable String samlRequest,
      @Nullable String spEntityId,
      @Nullable String relayState,
      @Nullable String user,
      @Nullable String fault,
      @Nullable String signs,
      @Nullable String nameId) {}

  private final Asks asks;
  private final Answers answers;
  private final People people;
  private final Faults faults;

  RespondResource(Asks asks, Answers answers, People people, Faults faults) {
    this.asks = asks;
    this.answers = answers;
    this.people = people;
    this.faults = faults;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public SealedAnswer respond(Wanted wanted) {
    if (wanted.user() == null) {
      throw Refusal.badRequest("Sign in as whom?", "\"user\" must be an email.");
    }
    Ask ask = ask(wanted);
    var usual = ask.settings();
    return answers.answer(
        ask.with(
            new IdpSettings(
                IdpSettings.Signs.parse(wanted.signs(), usual.signs()),
                IdpSettings.NameIdKind.parse(wanted.nameId(), usual.nameId()))),
        people.findOrMake(wanted.user()),
        Fault.parse(wanted.fault(), faults.current()));
  }

  private Ask ask(Wanted wanted) {
    if (wanted.samlRequestUrl() != null) {
      return asks.read(CarriedRequest.ofUrl(wanted.samlRequestUrl()));
    }
    if (wanted.samlRequest() != null) {
      return asks.read(
          CarriedRequest.of(
              wanted.samlRequest(), CarriedRequest.Binding.POST, wanted.relayState()));
    }
    return asks.unasked(wanted.spEntityId(), wanted.relayState());
  }
}
