package dev.gatehouse.sandbox.idp.signin;

import dev.gatehouse.sandbox.idp.provider.ServiceProvider;
import dev.gatehouse.sandbox.idp.provider.ServiceProviders;
import dev.gatehouse.sandbox.idp.xml.Node;
import dev.gatehouse.sandbox.idp.xml.SafeXml;
import dev.gatehouse.sandbox.idp.xml.Saml;
import dev.gatehouse.sandbox.pages.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what arrived into an {@link Ask}, or explains what is wrong with it. */
@Singleton
final class Asks {
  private final ServiceProviders providers;
  private final CurrentSettings settings;
  private final IdpAddress address;

  Asks(ServiceProviders providers, CurrentSettings settings, IdpAddress address) {
    this.providers = providers;
    this.settings = settings;
    this.address = address;
  }

  Ask read(CarriedRequest carried) {
    AuthnRequest request = AuthnRequest.read(carried.xml());
    ServiceProvider provider = registered(request.issuer());
    if (request.destination() != null && !request.destination().equals(address.ssoUrl())) {
      throw Refusal.badRequest(
          "That request is for another identity provider",
          "Its Destination is " + request.destination() + "; here is " + address.ssoUrl() + ".");
    }
    String acsUrl =
        provider
            .acsUrl(request.acsUrl(), request.acsIndex())
            .orElseThrow(() ->
                Refusal.badRequest(
                    "That answer address is not registered",
                    "The request wants its answer at "
                        + (request.acsUrl() != null
                            ? request.acsUrl()
                            : "index " + request.acsIndex())
                        + ", which is not among the ACS URLs registered for "
                        + provider.entityId()
                        + ". Register its metadata again at /idp."));
    var usual = settings.get();
    return new Ask(
        provider,
        acsUrl,
        request.id(),
        carried.relayState(),
        new IdpSettings(
            usual.signs(), IdpSettings.NameIdKind.ofFormat(request.nameIdFormat(), usual.nameId())),
        request.subject(),
        request.forceAuthn(),
        request.passive());
  }

  /** From the identity provider's side: nobody asked. */
  Ask unasked(@Nullable String entityId, @Nullable String relayState) {
    ServiceProvider provider = registered(entityId == null ? "" : entityId);
    return new Ask(
        provider, provider.defaultAcsUrl(), null, relayState, settings.get(), null, false, false);
  }

  /** Who wants to log out; empty when there is nowhere to say that it is done. */
  Optional<Ask> readLogout(CarriedRequest carried) {
    Node root = new Node(SafeXml.parse(carried.xml()).getDocumentElement());
    String id = root.attribute("ID");
    if (!root.is(Saml.PROTOCOL, "LogoutRequest") || id == null) {
      throw Refusal.badRequest("That is not a logout request", "A LogoutRequest has an ID.");
    }
    ServiceProvider provider =
        registered(root.first(Saml.ASSERTION, "Issuer").map(Node::text).orElse(""));
    String answerTo = provider.sloUrl();
    return answerTo == null
        ? Optional.empty()
        : Optional.of(
            new Ask(
                provider, answerTo, id, carried.relayState(), settings.get(), null, false, false));
  }

  /** To sign somebody out whom no service provider signed out. */
  Ask unaskedLogout(@Nullable String entityId) {
    ServiceProvider provider = registered(entityId == null ? "" : entityId);
    String sloUrl = provider.sloUrl();
    if (sloUrl == null) {
      throw Refusal.badRequest(
          "That service provider has no single logout",
          "Its metadata names no SingleLogoutService for HTTP-POST. Register it again if it does"
              + " now.");
    }
    return new Ask(provider, sloUrl, null, null, settings.get(), null, false, false);
  }

  private ServiceProvider registered(String entityId) {
    return providers
        .find(entityId)
        .orElseThrow(() ->
            Refusal.badRequest(
                "This identity provider does not know “" + entityId + "”",
                "Register it first: open "
                    + address.entityId().replace("/metadata", "")
                    + ", and under “Service providers” give the URL of its metadata, or paste"
                    + " the metadata. Then sign in again."));
  }
}
