package dev.gatehouse.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pretend internet, used through its own APIs. */
final class Sandbox {

  private final URI base;
  private final Http http = new Http();

  Sandbox(Gatehouse gatehouse) {
    this.base = gatehouse.sandboxUrl();
  }

  URI url(String path) {
    return base.resolve(path);
  }

  String idpMetadataUrl() {
    return url("/idp/metadata").toString();
  }

  void publishTxt(String host, String value) {
    http.post(url("/dns/records"), Map.of("name", host, "type", "TXT", "value", value)).expect(201);
  }

  void registerServiceProvider(String metadataUrl) {
    // The gateway publishes this metadata once it has heard of the connection.
    Wait.until(
        "the service provider is registered",
        () ->
            http.post(url("/idp/service-providers"), Map.of("metadataUrl", metadataUrl)).status()
                == 201);
  }

  /** What a person does at the identity provider's sign-in page. */
  static void signIn(Page page, String firstName, String email) {
    page.locator("#email").fill(email);
    page.locator("#firstName").fill(firstName);
    page.locator("#lastName").fill("Stone");
    page.locator("#lastName").press("Enter");
  }

  String issuer() {
    return url("/idp/oidc").toString();
  }

  /** Registers an OpenID Connect client; its id and secret. */
  JsonNode registerClient(String redirectUri) {
    return http.post(url("/idp/oidc/clients"), Map.of("redirectUris", List.of(redirectUri)))
        .expect(201)
        .json();
  }

  /** Where the OpenID provider sends the browser that came with this request. */
  URI answer(URI authorizationRequest, String user, String fault) {
    JsonNode answer =
        http.post(
                url("/idp/oidc/respond"),
                Map.of(
                    "authorizeUrl", authorizationRequest.toString(), "user", user, "fault", fault))
            .expect(200)
            .json();
    return URI.create(answer.required("redirectUrl").asText());
  }

  /** What the identity provider answers to a request, as the form a browser would post. */
  record Response(URI acsUrl, String samlResponse, String relayState) {}

  Response respond(URI samlRequest, String user, @Nullable String fault) {
    Map<String, Object> body = new HashMap<>();
    body.put("samlRequestUrl", samlRequest.toString());
    body.put("user", user);
    if (fault != null) {
      body.put("fault", fault);
    }
    JsonNode answer = http.post(url("/idp/respond"), body).expect(200).json();
    return new Response(
        URI.create(answer.required("acsUrl").asText()),
        answer.required("samlResponse").asText(),
        answer.path("relayState").asText(""));
  }
}
