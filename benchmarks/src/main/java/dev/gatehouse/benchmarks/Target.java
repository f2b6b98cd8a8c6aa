package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** An active connection and an application, made through the public APIs. */
final class Target {

  private final Json json = new Json();
  private final Running running;
  private final IdentityProvider idp = new IdentityProvider();
  final String emailDomain;
  final String connection;
  final String revision;
  final String entityId;
  final String acsUrl;
  final String clientId;
  final String clientSecret;

  Target(Running running, String name, String algorithm) {
    this.running = running;
    String unique = name + "-" + Long.toString(System.currentTimeMillis(), 36);
    emailDomain = unique + ".example";
    String organization = post("/v1/organizations", Map.of("name", unique)).text("id");
    call("PUT", "/v1/organizations/" + organization + "/self-serve-sso", "", Map.of());
    String domain =
        post("/v1/domains", Map.of("organization", organization, "name", emailDomain)).text("id");
    post("/v1/domains/" + domain + "/verification", Map.of("reason", "benchmark"));
    Json.Answer created =
        post("/v1/connections", Map.of("organization", organization, "provider", "custom-saml"));
    connection = created.text("id");
    JsonNode sp = created.body().required("serviceProvider");
    entityId = sp.required("entityId").asText();
    acsUrl = sp.required("acsUrl").asText();
    Json.Answer drafted =
        call("PUT", path("/draft"), created.etag(), Map.of("metadataXml", idp.metadata()));
    assignOnceVerified(domain, drafted);
    revision = drafted.body().required("draft").required("id").asText();
    JsonNode application =
        post(
                "/v1/applications",
                Map.of(
                    "name",
                    unique,
                    "redirectUris",
                    List.of("http://127.0.0.1:9/callback"),
                    "idTokenSignedResponseAlg",
                    algorithm))
            .body();
    clientId = application.required("clientId").asText();
    clientSecret = application.required("clientSecret").asText();
    passTest();
    activate();
  }

  private void assignOnceVerified(String domain, Json.Answer drafted) {
    Patience.until(
        "the domain is known to connection-service",
        () -> {
          try {
            call("PUT", path("/domains"), drafted.etag(), Map.of("domains", List.of(domain)));
            return true;
          } catch (IllegalStateException notYet) {
            return false;
          }
        });
  }

  private void passTest() {
    Json.Answer run = post("/v1/test-runs", Map.of("connection", connection));
    signIn().passTest(URI.create(run.text("startUrl")), "tester@" + emailDomain);
    String path = "/v1/test-runs/" + run.text("id");
    Patience.until(
        "the test run passed",
        () -> json.send("GET", url(path), token(), null, Map.of()).text("status").equals("passed"));
  }

  void activate() {
    Patience.until(
        "the connection can be activated",
        () -> {
          try {
            call("PUT", path("/activation"), "", Map.of("revision", revision));
            return true;
          } catch (IllegalStateException notYet) {
            return false;
          }
        });
    Patience.until("the gateway lets people in", () -> discover().equals("required"));
  }

  void deactivate() {
    call("DELETE", path("/activation"), "", Map.of());
  }

  String discover() {
    URI discover = running.gateway().resolve("/v1/discover");
    return json.send("POST", discover, "", null, Map.of("domain", emailDomain))
        .text("singleSignOn");
  }

  SignIn signIn() {
    return new SignIn(new Gatehouse(running, this), idp);
  }

  private String path(String what) {
    return "/v1/connections/" + connection + what;
  }

  private Json.Answer post(String path, Object body) {
    return call("POST", path, "", body);
  }

  private Json.Answer call(String method, String path, String etag, Object body) {
    return json.send(method, url(path), token(), etag.isEmpty() ? null : etag, body);
  }

  /** Anew each time: they live five minutes, and a series takes longer. */
  private String token() {
    JsonNode credentials = running.credentials();
    return json.form(
            url("/v1/oauth/token"),
            Map.of(
                "grant_type", "client_credentials",
                "client_id", credentials.required("clientId").asText(),
                "client_secret", credentials.required("clientSecret").asText()))
        .text("access_token");
  }

  private URI url(String path) {
    return running.publicUrl().resolve(path);
  }
}
