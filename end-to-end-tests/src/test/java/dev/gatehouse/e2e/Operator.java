package dev.gatehouse.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An engineer of the platform, with the API client that the launcher made. */
final class Operator {

  private final Gatehouse gatehouse;
  private String token = "";
  private Instant renewAt = Instant.EPOCH;

  Operator(Gatehouse gatehouse) {
    this.gatehouse = gatehouse;
  }

  /** A client with a valid operator's token. */
  Http http() {
    if (Instant.now().isAfter(renewAt)) {
      token = newToken();
      renewAt = Instant.now().plusSeconds(120);
    }
    return new Http().with("Authorization", "Bearer " + token);
  }

  /** Gets a token now, as after a move of the clocks. */
  String newToken() {
    JsonNode credentials = gatehouse.credentials();
    return new Http()
        .form(
            url("/v1/oauth/token"),
            Map.of(
                "grant_type", "client_credentials",
                "client_id", credentials.required("clientId").asText(),
                "client_secret", credentials.required("clientSecret").asText()))
        .expect(200)
        .json()
        .required("access_token")
        .asText();
  }

  URI url(String path) {
    return gatehouse.publicUrl().resolve(path);
  }

  JsonNode createOrganization(String name) {
    return http().post(url("/v1/organizations"), Map.of("name", name)).expect(201).json();
  }

  void allowSelfServe(String organization) {
    http().put(url("/v1/organizations/" + organization + "/self-serve-sso"), null).expect(200);
  }

  void forbidSelfServe(String organization) {
    http().delete(url("/v1/organizations/" + organization + "/self-serve-sso")).expect(200);
  }

  JsonNode addMember(String organization, String email, String role) {
    return http()
        .post(
            url("/v1/organizations/" + organization + "/members"),
            Map.of("email", email, "role", role))
        .expect(201)
        .json();
  }

  List<JsonNode> members(String organization) {
    return Items.of(
        http().get(url("/v1/organizations/" + organization + "/members")).expect(200).json());
  }

  /** The id of the organization with this name. */
  String idOf(String organization) {
    return Items.of(http().get(url("/v1/organizations?search=" + organization)).json())
        .getFirst()
        .required("id")
        .asText();
  }

  void claim(String organization, String domain) {
    http()
        .post(url("/v1/domains"), Map.of("organization", idOf(organization), "name", domain))
        .expect(201);
  }

  /** How many connections people of the organization sign in with, by its name. */
  long activeConnections(String organization) {
    String path = "/v1/connections?organization=" + idOf(organization);
    return Items.of(http().get(url(path)).json()).stream()
        .filter(connection -> connection.required("status").asText().equals("active"))
        .count();
  }

  /** The client that an embedded tab of this member would have. */
  Http embeddedAs(String organization, String member) {
    return new Http().with("Authorization", "Bearer " + sessionOf(organization, member));
  }

  /** What a platform's backend hands to its page. */
  String sessionOf(String organization, String member) {
    return http()
        .post(url("/v1/sessions"), Map.of("organization", organization, "member", member))
        .expect(201)
        .json()
        .required("token")
        .asText();
  }

  JsonNode createApplication(String name, String redirectUri, String algorithm) {
    return createApplication(name, redirectUri, algorithm, Map.of());
  }

  JsonNode createApplication(
      String name, String redirectUri, String algorithm, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", name);
    body.put("redirectUris", List.of(redirectUri));
    body.put("idTokenSignedResponseAlg", algorithm);
    return http().post(url("/v1/applications"), body).expect(201).json();
  }
}
