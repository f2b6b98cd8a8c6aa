package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.idp.fault.Fault;
import dev.gatehouse.sandbox.idp.fault.Faults;
import dev.gatehouse.sandbox.idp.person.People;
import dev.gatehouse.sandbox.idp.person.Person;
import dev.gatehouse.sandbox.idp.signin.CarriedRequest.Binding;
import dev.gatehouse.sandbox.pages.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The browser's way: request in, choose a person, answer out. Nothing is remembered between. */
@Path("/idp")
@Produces(MediaType.TEXT_HTML)
final class SignInResource {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance chooser(
        CarriedRequest carried,
        Ask ask,
        List<Person> people,
        @Nullable String hint,
        Fault chosen,
        List<Fault> faults);
  }

  /** Either a person's button was pressed, or the form for someone else filled in. */
  static final class Chosen {
    @FormParam("person")
    @Nullable String person;

    @FormParam("email")
    @Nullable String email;

    @FormParam("firstName")
    @Nullable String firstName;

    @FormParam("lastName")
    @Nullable String lastName;

    @FormParam("fault")
    @Nullable String fault;
  }

  private final Asks asks;
  private final Answers answers;
  private final People people;
  private final Faults faults;

  SignInResource(Asks asks, Answers answers, People people, Faults faults) {
    this.asks = asks;
    this.answers = answers;
    this.people = people;
    this.faults = faults;
  }

  @GET
  @Path("/sso")
  public TemplateInstance byRedirect(
      @RestQuery("SAMLRequest") @Nullable String samlRequest,
      @RestQuery("RelayState") @Nullable String relayState,
      @RestQuery("login_hint") @Nullable String hint) {
    return choose(CarriedRequest.of(samlRequest, Binding.REDIRECT, relayState), hint);
  }

  @POST
  @Path("/sso")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance byPost(
      @FormParam("SAMLRequest") @Nullable String samlRequest,
      @FormParam("RelayState") @Nullable String relayState) {
    return choose(CarriedRequest.of(samlRequest, Binding.POST, relayState), null);
  }

  @POST
  @Path("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance signIn(
      @FormParam("SAMLRequest") @Nullable String samlRequest,
      @FormParam("RelayState") @Nullable String relayState,
      @FormParam("binding") @Nullable String binding,
      @BeanParam Chosen chosen) {
    Ask ask =
        asks.read(
            CarriedRequest.of(
                samlRequest, "POST".equals(binding) ? Binding.POST : Binding.REDIRECT, relayState));
    return PostBack.page(
        answers.answer(ask, person(chosen), Fault.parse(chosen.fault, faults.current())));
  }

  /** Starts from the identity provider's side; nobody asked, so there is no InResponseTo. */
  @GET
  @Path("/initiate")
  public TemplateInstance initiate(
      @RestQuery @Nullable String sp,
      @RestQuery @Nullable String user,
      @RestQuery("RelayState") @Nullable String relayState) {
    Ask ask = asks.unasked(sp, relayState);
    if (user == null) {
      throw Refusal.badRequest("Sign in as whom?", "Add user=EMAIL to the address.");
    }
    return PostBack.page(answers.answer(ask, people.findOrMake(user), faults.current()));
  }

  private TemplateInstance choose(CarriedRequest carried, @Nullable String hint) {
    Ask ask = asks.read(carried);
    if (ask.passive()) {
      return PostBack.page(answers.notWithoutAsking(ask));
    }
    String named = hint != null ? hint : ask.hint();
    return Templates.chooser(
        carried,
        ask,
        people.all(),
        named != null && named.contains("@") ? named : null,
        faults.current(),
        List.of(Fault.values()));
  }

  private Person person(Chosen chosen) {
    if (chosen.person != null && !chosen.person.isBlank()) {
      return people.findOrMake(chosen.person);
    }
    if (chosen.email == null || chosen.email.isBlank()) {
      throw Refusal.badRequest("Sign in as whom?", "Choose a person, or fill in an email.");
    }
    return people.save(chosen.email, chosen.firstName, chosen.lastName, null);
  }
}
