package dev.gatehouse.sandbox.idp.oidc;

import dev.gatehouse.sandbox.idp.fault.Fault;
import dev.gatehouse.sandbox.idp.fault.Faults;
import dev.gatehouse.sandbox.idp.person.People;
import dev.gatehouse.sandbox.idp.person.Person;
import dev.gatehouse.sandbox.pages.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The browser's way over OpenID Connect, and the same for those who have no browser. */
@Path("/idp/oidc")
final class AuthorizeResource {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance authorize(
        AuthorizeRequest asked,
        List<Person> people,
        @Nullable String hint,
        Fault chosen,
        List<Fault> faults);
  }

  record Wanted(@Nullable String authorizeUrl, @Nullable String user, @Nullable String fault) {}

  private final OidcClients clients;
  private final OidcAddress address;
  private final Tokens tokens;
  private final People people;
  private final Faults faults;
  private final Clock clock;

  AuthorizeResource(
      OidcClients clients,
      OidcAddress address,
      Tokens tokens,
      People people,
      Faults faults,
      Clock clock) {
    this.clients = clients;
    this.address = address;
    this.tokens = tokens;
    this.people = people;
    this.faults = faults;
    this.clock = clock;
  }

  @GET
  @Path("/authorize")
  @Produces(MediaType.TEXT_HTML)
  public Response authorize(UriInfo uri) {
    AuthorizeRequest asked = AuthorizeRequest.read(uri.getRequestUri().getRawQuery(), clients);
    if (asked.error() instanceof String error) {
      return Response.seeOther(asked.answer("error", error, address.issuer())).build();
    }
    return Response.ok(
            Templates.authorize(
                asked,
                people.all(),
                asked.get("login_hint"),
                faults.current(),
                List.of(Fault.values())))
        .build();
  }

  @POST
  @Path("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response signIn(
      @FormParam("request") @Nullable String request,
      @FormParam("person") @Nullable String known,
      @FormParam("email") @Nullable String email,
      @FormParam("firstName") @Nullable String firstName,
      @FormParam("lastName") @Nullable String lastName,
      @FormParam("fault") @Nullable String fault) {
    Person person =
        known == null || known.isBlank()
            ? people.save(email == null ? "" : email, firstName, lastName, null)
            : people.findOrMake(known);
    return Response.seeOther(answer(AuthorizeRequest.read(request, clients), person, fault))
        .build();
  }

  @POST
  @Path("/respond")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, String> respond(Wanted wanted) {
    if (wanted.authorizeUrl() == null || wanted.user() == null) {
      throw Refusal.badRequest("Who, and what?", "Send {\"authorizeUrl\", \"user\", \"fault\"?}.");
    }
    AuthorizeRequest asked =
        AuthorizeRequest.read(URI.create(wanted.authorizeUrl()).getRawQuery(), clients);
    URI answer =
        asked.error() instanceof String error
            ? asked.answer("error", error, address.issuer())
            : answer(asked, people.findOrMake(wanted.user()), wanted.fault());
    return Map.of("redirectUrl", answer.toString());
  }

  private URI answer(AuthorizeRequest asked, Person person, @Nullable String fault) {
    Fault chosen = Fault.parse(fault, faults.current());
    return chosen == Fault.STATUS_FAILED
        ? asked.answer("error", "access_denied", address.issuer())
        : asked.answer(
            "code",
            tokens.code(new Grant(asked, person, chosen, clock.instant())),
            address.issuer());
  }
}
