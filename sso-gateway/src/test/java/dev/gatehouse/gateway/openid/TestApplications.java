package dev.gatehouse.gateway.openid;

import static io.restassured.RestAssured.given;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Registers applications the way operators do. */
final class TestApplications {

  static final String CALLBACK = "https://app.example/callback";

  private TestApplications() {}

  /** An application and the secret it was given, empty for a public one. */
  record Registered(Id id, String secret) {}

  static Registered confidential() {
    return register(Map.of());
  }

  static Registered signedWith(String algorithm) {
    return register(Map.of("idTokenSignedResponseAlg", algorithm));
  }

  static Registered publicClient() {
    return register(Map.of("clientType", "public"));
  }

  static Registered register(Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", "Demo");
    body.putIfAbsent("redirectUris", List.of(CALLBACK, "https://app.example/other"));
    Response created =
        given()
            .auth()
            .oauth2(AdminTokens.operator())
            .contentType("application/json")
            .body(body)
            .post("/v1/applications");
    created.then().statusCode(201);
    String secret = created.path("clientSecret");
    return new Registered(
        Id.parse(IdKind.APPLICATION, created.path("id")), secret == null ? "" : secret);
  }
}
