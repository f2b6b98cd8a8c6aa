package dev.gatehouse.gateway.attack;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.CapturedLog;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.IdpKey;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.TestRuns;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * LG1 and EV2. Markers are planted in everything that must not be written down; then whole journeys
 * are made, good ones and every kind of bad one, and all that was logged, measured or published is
 * searched for them.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class CanaryTest {

  private static final int RECOGNISABLE = 60;

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject TestRuns testRuns;

  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final Map<String, String> personal = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init")
  private TestConnection acme;

  @BeforeEach
  void aCustomer() {
    acme = customers.active();
  }

  @Test
  void aGoodSignInLeavesNoSecretBehind() throws Exception {
    List<String> written = new ArrayList<>();
    try (CapturedLog log = CapturedLog.open()) {
      signsIn();
      written.addAll(log.lines());
    }

    assertThat(written).as("something was logged").isNotEmpty();
    nowhereIn(written, secrets);
    nowhereIn(written, personal);
    nowhereIn(List.of(get("/q/metrics").asString()), secrets);
    nowhereIn(List.of(get("/q/metrics").asString()), personal);
    nowhereIn(published("gatehouse.sign-ins", "SignInSucceeded"), secrets);
  }

  @Test
  void aSignInThatGoesWrongInEveryWayLeavesNoSecretBehind() throws Exception {
    List<String> written = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    try (CapturedLog log = CapturedLog.open()) {
      shown.add(withAnswer(answer -> answer.audience = "https://wrong.example"));
      shown.add(withAnswer(answer -> answer.inResponseTo = "_another"));
      shown.add(withAnswer(answer -> answer.validity = Duration.ofHours(-2)));
      shown.add(withAnswer(answer -> answer.email = planted(personal, "email") + "@evil.example"));
      shown.add(tampered());
      shown.add(signedByAStranger());
      shown.add(garbage());
      shown.add(unsolicited());
      shown.add(inAnotherBrowser());
      shown.add(wrongSecretsAtTheTokenEndpoint());
      shown.add(tokensThatOpenNothing());
      shown.add(aTestRunThatFails());
      written.addAll(log.lines());
    }

    assertThat(written).hasSizeGreaterThan(10);
    nowhereIn(written, secrets);
    nowhereIn(written, personal);
    nowhereIn(shown, secrets);
    nowhereIn(List.of(get("/q/metrics").asString()), secrets);
    nowhereIn(published("gatehouse.sign-ins", "SignInFailed"), secrets);
    nowhereIn(published("gatehouse.test-runs", "TestRunCompleted"), secrets);
    nowhereIn(published("gatehouse.test-runs", "TestRunCompleted"), personal);
  }

  private void signsIn() throws Exception {
    RelyingParty app = RelyingParty.at(acme);
    Map<String, String> request = app.request();
    secrets.put("client secret", app.secret());
    secrets.put("code verifier", app.verifier());
    plant("state", request);
    plant("nonce", request);
    Away alice = app.away(app.send(request));
    alice.browser().cookies().forEach((name, value) -> secrets.put("cookie " + name, value));
    Response end = app.comeBack(alice, this::plantedIn);
    String code = Trips.parameter(URI.create(end.header("Location")), "code");
    secrets.put("code", code);
    OIDCTokens tokens = RelyingParty.tokens(app.redeem(code));
    secrets.put("access token", tokens.getBearerAccessToken().getValue());
    secrets.put("ID token", tokens.getIDTokenString());
    given()
        .auth()
        .oauth2(tokens.getBearerAccessToken().getValue())
        .get("/oauth2/userinfo")
        .then()
        .statusCode(200);
    app.redeem(code).then().statusCode(400);
  }

  private String withAnswer(java.util.function.Consumer<IdpResponse> fault) {
    Away alice = trips.leave(acme);
    IdpResponse answer = alice.answer(acme.email("alice"));
    plantedIn(answer);
    fault.accept(answer);
    return alice.comesBackWith(message(answer.signedBy(acme.key()))).asString();
  }

  private String tampered() {
    Away alice = trips.leave(acme);
    IdpResponse answer = alice.answer(acme.email("alice"));
    plantedIn(answer);
    return alice
        .comesBackWith(
            message(
                answer.tamperedAfterSigning(
                    acme.key(), answer.nameId, planted(personal, "forged name"))))
        .asString();
  }

  private String signedByAStranger() {
    Away alice = trips.leave(acme);
    IdpResponse answer = alice.answer(acme.email("alice"));
    plantedIn(answer);
    return alice.comesBackWith(message(answer.signedBy(IdpKey.named("stranger")))).asString();
  }

  private String garbage() {
    Away alice = trips.leave(acme);
    return alice.comesBackWith(planted(secrets, "SAMLResponse")).asString();
  }

  private String unsolicited() {
    IdpResponse answer = IdpResponse.to(acme, "", acme.email("alice"));
    plantedIn(answer);
    return new Browser()
        .postResponse(acme, message(answer.signedBy(acme.key())), planted(secrets, "RelayState"))
        .asString();
  }

  private String inAnotherBrowser() {
    Away alice = trips.leave(acme);
    IdpResponse answer = alice.answer(acme.email("alice"));
    plantedIn(answer);
    alice.browser().postResponse(acme, message(answer.signedBy(acme.key())), alice.relayState());
    return new Browser().get("/sign-in/continue?attempt=" + alice.relayState()).asString();
  }

  private String wrongSecretsAtTheTokenEndpoint() {
    RelyingParty app = RelyingParty.at(acme);
    return given()
            .auth()
            .preemptive()
            .basic(app.clientId(), planted(secrets, "guessed secret"))
            .contentType("application/x-www-form-urlencoded")
            .formParam("grant_type", "authorization_code")
            .formParam("code", planted(secrets, "guessed code"))
            .formParam("redirect_uri", RelyingParty.CALLBACK)
            .formParam("code_verifier", planted(secrets, "verifier") + "0123456789")
            .post("/oauth2/token")
            .asString()
        + app.redeem(planted(secrets, "unknown code")).asString();
  }

  private String tokensThatOpenNothing() {
    return given()
            .auth()
            .oauth2(planted(secrets, "access token"))
            .get("/oauth2/userinfo")
            .asString()
        + given()
            .auth()
            .oauth2("eyJhbGciOiJub25lIn0." + planted(secrets, "admin token") + ".")
            .get("/v1/applications")
            .asString()
        + new Browser().get("/sign-in?request=" + planted(secrets, "sealed request")).asString()
        + new Browser().get("/test-runs/x?ticket=" + planted(secrets, "ticket")).asString();
  }

  private String aTestRunThatFails() {
    TestRuns.Run run = testRuns.create(acme, acme.customer().revision());
    secrets.put("test ticket", run.ticket());
    Away admin = testRuns.open(run);
    IdpResponse answer = admin.answer(planted(personal, "tester") + "@evil.example");
    answer.audience = "https://wrong.example";
    // The report is for this administrator and shows what was received; it is not searched.
    admin.comesBackWith(message(answer.signedBy(acme.key()))).then().statusCode(200);
    return "";
  }

  private void plantedIn(IdpResponse answer) {
    answer.nameId = planted(personal, "name id");
  }

  private String message(String base64) {
    secrets.put("SAML response " + secrets.size(), base64.substring(0, RECOGNISABLE));
    secrets.put(
        "SAML response end " + secrets.size(), base64.substring(base64.length() - RECOGNISABLE));
    return base64;
  }

  private void plant(String parameter, Map<String, String> request) {
    request.put(parameter, planted(secrets, parameter));
  }

  private static String planted(Map<String, String> among, String what) {
    String marker = "canary" + UUID.randomUUID().toString().replace("-", "");
    among.put(what + " " + among.size(), marker);
    return marker;
  }

  private List<String> published(String topic, String event) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Topic.of(topic).events().stream()
                    .filter(seen -> seen.data().contains(acme.id().toString()))
                    .toList(),
            seen -> seen.stream().anyMatch(one -> one.event().equals(event)))
        .stream()
        .map(Topic.Seen::data)
        .toList();
  }

  private static void nowhereIn(List<String> texts, Map<String, String> markers) {
    markers.forEach((what, marker) ->
        assertThat(texts).as(what).noneSatisfy(text -> assertThat(text).contains(marker)));
  }
}
