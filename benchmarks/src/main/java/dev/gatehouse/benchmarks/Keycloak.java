package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A realm of Keycloak that brokers to the driver's identity provider. */
final class Keycloak implements Product {

  private static final String ALIAS = "idp";
  private static final String CLIENT = "app";
  private static final String SECRET = "app-secret";
  private static final String NO_QUESTIONS = "no-questions";

  private final Json json = new Json();
  private final URI base;
  private final String realm = "bench-" + Long.toString(System.currentTimeMillis(), 36);

  Keycloak(URI base) {
    this.base = base;
  }

  /** Makes a realm of its own; the administrator is {@code admin}, {@code admin}. */
  void prepare(IdentityProvider idp) {
    send("POST", "", Map.of("realm", realm, "enabled", true, "sslRequired", "none"));
    send(
        "POST",
        realm + "/clients",
        Map.of(
            "clientId",
            CLIENT,
            "secret",
            SECRET,
            "redirectUris",
            List.of(CALLBACK),
            "publicClient",
            false,
            "fullScopeAllowed",
            false));
    // Somebody new gets an account without being asked, as with us.
    send(
        "POST",
        realm + "/authentication/flows",
        Map.of("alias", NO_QUESTIONS, "providerId", "basic-flow", "topLevel", true));
    String executions = realm + "/authentication/flows/" + NO_QUESTIONS + "/executions";
    send("POST", executions + "/execution", Map.of("provider", "idp-create-user-if-unique"));
    JsonNode execution = send("GET", executions, Map.of()).get(0);
    send(
        "PUT",
        executions,
        Map.of("id", execution.required("id").asText(), "requirement", "REQUIRED"));
    send("POST", realm + "/identity-provider/instances", broker(idp));
    Map.of("email", "email", "firstName", "firstName", "lastName", "lastName")
        .forEach((attribute, property) ->
            send(
                "POST",
                realm + "/identity-provider/instances/" + ALIAS + "/mappers",
                Map.of(
                    "name",
                    attribute,
                    "identityProviderAlias",
                    ALIAS,
                    "identityProviderMapper",
                    "saml-user-attribute-idp-mapper",
                    "config",
                    Map.of(
                        "syncMode", "INHERIT",
                        "attribute.name", attribute,
                        "user.attribute", property))));
  }

  private Map<String, Object> broker(IdentityProvider idp) {
    return Map.of(
        "alias",
        ALIAS,
        "providerId",
        "saml",
        "trustEmail",
        true,
        "firstBrokerLoginFlowAlias",
        NO_QUESTIONS,
        "config",
        Map.of(
            "entityId", base + "/realms/" + realm,
            "idpEntityId", IdentityProvider.ENTITY_ID,
            "singleSignOnServiceUrl", IdentityProvider.SSO_URL,
            "signingCertificate", idp.certificate(),
            "validateSignature", "true",
            "wantAssertionsSigned", "true",
            "postBindingResponse", "true",
            "principalType", "SUBJECT",
            "syncMode", "IMPORT",
            "nameIDPolicyFormat", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"));
  }

  private JsonNode send(String method, String path, Object body) {
    String token =
        json.form(
                URI.create(base + "/realms/master/protocol/openid-connect/token"),
                Map.of(
                    "grant_type", "password",
                    "client_id", "admin-cli",
                    "username", "admin",
                    "password", "admin"))
            .text("access_token");
    URI url = URI.create(base + "/admin/realms" + (path.isEmpty() ? "" : "/" + path));
    return json.send(method, url, token, null, body).body();
  }

  private URI endpoint(String name) {
    return URI.create(base + "/realms/" + realm + "/protocol/openid-connect/" + name);
  }

  @Override
  public URI authorize(String email, String challenge) {
    return URI.create(
        endpoint("auth")
            + "?"
            + Json.encode(Product.authorization(CLIENT, challenge))
            + "&kc_idp_hint="
            + ALIAS);
  }

  @Override
  public URI token() {
    return endpoint("token");
  }

  @Override
  public Map<String, String> tokenParameters() {
    return Map.of("client_id", CLIENT, "client_secret", SECRET);
  }

  @Override
  public URI userInfo() {
    return endpoint("userinfo");
  }
}
