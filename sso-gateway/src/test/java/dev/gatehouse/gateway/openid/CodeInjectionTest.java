package dev.gatehouse.gateway.openid;

import static dev.gatehouse.gateway.openid.TestCodes.redeem;
import static dev.gatehouse.gateway.openid.TestCodes.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.openid.TestApplications.Registered;
import dev.gatehouse.gateway.openid.TestCodes.OnItsWay;
import dev.gatehouse.gateway.projection.KnownWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stolen code, and what a thief could try with it (RFC 9700 sections 4.5 and 4.8). */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class CodeInjectionTest {

  @Inject KnownWorld world;
  @Inject TestCodes codes;

  private Registered app =
      new Registered(
          dev.gatehouse.gateway.projection.Published.id(dev.gatehouse.ids.IdKind.APPLICATION), "");
  private OnItsWay code;

  @BeforeEach
  void aCodeIsOnItsWay() {
    app = TestApplications.confidential();
    code = codes.issue(world.customer(), app.id());
  }

  @Test
  void aSecondUseIsRefusedAndRevokesWhatTheFirstIssued() {
    Response first = redeem(code, app);
    String token = first.path("access_token");
    given().auth().oauth2(token).get("/oauth2/userinfo").then().statusCode(200);

    redeem(code, app).then().statusCode(400).body("error", equalTo("invalid_grant"));

    given()
        .auth()
        .oauth2(token)
        .get("/oauth2/userinfo")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }

  @Test
  void anotherApplicationCannotUseIt() {
    redeem(code, TestApplications.confidential())
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_grant"));

    redeem(code, app).then().statusCode(200);
  }

  @Test
  void aWrongSecretOpensNothing() {
    redeem(code, new Registered(app.id(), "wrong"))
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Basic realm=\"Gatehouse\"")
        .body("error", equalTo("invalid_client"));
  }

  @Test
  void leavingTheSecretOutDoesNotMakeAClientPublic() {
    redeem(code, new Registered(app.id(), ""))
        .then()
        .statusCode(401)
        .body("error", equalTo("invalid_client"));
  }

  @Test
  void anotherRedirectUriOfTheSameApplicationIsRefused() {
    given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "authorization_code")
        .formParam("code", code.code())
        .formParam("redirect_uri", "https://app.example/other")
        .formParam("code_verifier", TestCodes.VERIFIER)
        .formParam("client_id", app.id().toString())
        .formParam("client_secret", app.secret())
        .post("/oauth2/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_grant"));
  }

  @Test
  void anotherVerifierIsRefused() {
    given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "authorization_code")
        .formParam("code", code.code())
        .formParam("redirect_uri", TestApplications.CALLBACK)
        .formParam("code_verifier", TestCodes.VERIFIER + "x")
        .formParam("client_id", app.id().toString())
        .formParam("client_secret", app.secret())
        .post("/oauth2/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_grant"));
  }

  @Test
  void leavingTheVerifierOutIsNoDowngrade() {
    given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "authorization_code")
        .formParam("code", code.code())
        .formParam("redirect_uri", TestApplications.CALLBACK)
        .formParam("client_id", app.id().toString())
        .formParam("client_secret", app.secret())
        .post("/oauth2/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
  }

  @Test
  void aParameterThatComesTwiceIsRefused() {
    request(code)
        .formParam("code", "another")
        .formParam("client_id", app.id().toString())
        .formParam("client_secret", app.secret())
        .post("/oauth2/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
  }

  @Test
  void otherGrantsAreNotSpoken() {
    for (String grant : new String[] {"password", "client_credentials", "refresh_token"}) {
      given()
          .contentType("application/x-www-form-urlencoded")
          .formParam("grant_type", grant)
          .formParam("client_id", app.id().toString())
          .formParam("client_secret", app.secret())
          .post("/oauth2/token")
          .then()
          .statusCode(400)
          .body("error", equalTo("unsupported_grant_type"));
    }
  }
}
