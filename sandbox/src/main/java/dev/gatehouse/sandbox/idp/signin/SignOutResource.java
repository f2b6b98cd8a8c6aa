package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.idp.person.People;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Signs a person out from the identity provider's side (SAML Profiles 4.4.3.2). */
@Path("/idp/sign-out")
@Produces(MediaType.TEXT_HTML)
final class SignOutResource {
  private final People people;
  private final Asks asks;
  private final Answers answers;

  SignOutResource(People people, Asks asks, Answers answers) {
    this.people = people;
    this.asks = asks;
    this.answers = answers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance signOut(
      @FormParam("email") String email, @FormParam("entityId") @Nullable String entityId) {
    return PostBack.request(
        answers.signOut(asks.unaskedLogout(entityId), people.findOrMake(email)));
  }
}
