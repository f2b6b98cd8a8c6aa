package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.idp.signin.CarriedRequest.Binding;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Single logout (SAML Core 3.7): answered by POST where the service provider listens for it. */
@Path("/idp/slo")
@Produces(MediaType.TEXT_HTML)
final class LogoutResource {
  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance loggedOut();
  }

  private final Asks asks;
  private final Answers answers;

  LogoutResource(Asks asks, Answers answers) {
    this.asks = asks;
    this.answers = answers;
  }

  @GET
  public TemplateInstance byRedirect(
      @RestQuery("SAMLRequest") @Nullable String samlRequest,
      @RestQuery("RelayState") @Nullable String relayState) {
    return answer(samlRequest, Binding.REDIRECT, relayState);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TemplateInstance byPost(
      @FormParam("SAMLRequest") @Nullable String samlRequest,
      @FormParam("RelayState") @Nullable String relayState) {
    return answer(samlRequest, Binding.POST, relayState);
  }

  /** Without a request it is the answer to one, or a person who looks: both are done here. */
  private TemplateInstance answer(
      @Nullable String samlRequest, Binding binding, @Nullable String relayState) {
    if (samlRequest == null) {
      return Templates.loggedOut();
    }
    return asks.readLogout(CarriedRequest.of(samlRequest, binding, relayState))
        .map(answers::loggedOut)
        .map(PostBack::page)
        .orElseGet(Templates::loggedOut);
  }
}
