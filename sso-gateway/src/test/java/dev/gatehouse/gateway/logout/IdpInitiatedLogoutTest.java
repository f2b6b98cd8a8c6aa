package dev.gatehouse.gateway.logout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.IdpKey;
import dev.gatehouse.gateway.fixtures.IdpLogout;
import dev.gatehouse.gateway.fixtures.LogoutReceiver;
import dev.gatehouse.gateway.fixtures.Product;
import dev.gatehouse.gateway.fixtures.Product.Session;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.LogoutExpectations;
import dev.gatehouse.saml.LogoutStatus;
import dev.gatehouse.saml.LogoutVerdict;
import dev.gatehouse.saml.Policy;
import dev.gatehouse.saml.SamlServiceProvider;
import dev.gatehouse.saml.UnverifiedLogout;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The identity provider signs somebody out; and attacks in which it is somebody else. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class IdpInitiatedLogoutTest {

  private static final String ANSWERS = "https://idp.example/slo-answers";

  @Inject Customers customers;
  @Inject Database database;
  @Inject SamlServiceProvider saml;

  private LogoutReceiver receiver;
  private TestConnection acme;
  private Product product;

  @BeforeEach
  void aProductThatListens() {
    receiver = new LogoutReceiver();
    acme = customers.active(Map.of("sloUrl", "https://idp.example/slo", "sloResponseUrl", ANSWERS));
    product = Product.register(Map.of("backchannelLogoutUri", receiver.uri()));
  }

  @AfterEach
  void stopListening() {
    receiver.close();
  }

  private Response redirected(String xml, IdpKey key) {
    return get(IdpLogout.redirected("SAMLRequest", xml, "relay", key));
  }

  private Response get(String query) {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .get("/saml/" + acme.bare() + "/slo?" + query);
  }

  private Response posted(String field) {
    return given()
        .redirects()
        .follow(false)
        .contentType("application/x-www-form-urlencoded")
        .formParam("SAMLRequest", field)
        .formParam("RelayState", "relay")
        .post("/saml/" + acme.bare() + "/slo");
  }

  private LogoutStatus status(Response response, IdpLogout request) {
    response.then().statusCode(303);
    URI location = URI.create(response.header("Location"));
    assertThat(location.toString()).startsWith(ANSWERS + "?SAMLResponse=");
    assertThat(Trips.parameter(location, "RelayState")).isEqualTo("relay");
    var verdict =
        saml.judgeLogout(
            UnverifiedLogout.fromQuery(location.getRawQuery()),
            new LogoutExpectations(
                ANSWERS,
                acme.entityId(),
                List.of(IdpCertificate.of(IdpKey.named("sp").certificate())),
                Policy.STRICT,
                List.of(),
                Duration.ofMinutes(1),
                Optional.of(request.id)),
            Instant.now());
    assertThat(verdict).isInstanceOf(LogoutVerdict.Response.class);
    return ((LogoutVerdict.Response) verdict).status();
  }

  private boolean isKept(Session session) {
    return !database
        .texts("select id from application_session where id = $1", session.sid())
        .isEmpty();
  }

  @Test
  void endsTheSessionAtTheApplicationAndAnswersByRedirect() {
    Session alice = product.signIn(acme, "alice");
    Session bob = product.signIn(acme, "bob");
    IdpLogout request = IdpLogout.at(acme);

    assertThat(status(redirected(request.request(), acme.key()), request))
        .isEqualTo(LogoutStatus.SUCCESS);

    assertThat(LogoutReceiver.claims(receiver.await(1).getFirst()))
        .contains(alice.sid(), alice.person(), product.id());
    assertThat(isKept(alice)).isFalse();
    assertThat(isKept(bob)).isTrue();
  }

  @Test
  void aPostedRequestCountsAsMuch() {
    Session alice = product.signIn(acme, "alice");
    IdpLogout request = IdpLogout.at(acme);

    assertThat(status(posted(IdpLogout.posted(request.request(), acme.key())), request))
        .isEqualTo(LogoutStatus.SUCCESS);
    assertThat(LogoutReceiver.claims(receiver.await(1).getFirst())).contains(alice.sid());
  }

  @Test
  void onlyTheSessionWithThatIndexEndsAndWithoutAnIndexAllDo() {
    Session alice = product.signIn(acme, "alice");
    IdpLogout another = IdpLogout.at(acme);
    another.sessionIndex = "_another";
    assertThat(status(redirected(another.request(), acme.key()), another))
        .isEqualTo(LogoutStatus.SUCCESS);
    assertThat(isKept(alice)).isTrue();

    IdpLogout all = IdpLogout.at(acme);
    all.sessionIndex = "";
    redirected(all.request(), acme.key());
    assertThat(isKept(alice)).isFalse();
  }

  @Test
  void saysSoWhenAnApplicationCannotBeTold() {
    Session alice = Product.register(Map.of()).signIn(acme, "alice");
    IdpLogout request = IdpLogout.at(acme);

    assertThat(status(redirected(request.request(), acme.key()), request))
        .isEqualTo(LogoutStatus.PARTIAL);
    assertThat(isKept(alice)).isFalse();
  }

  @Test
  void aReplayedRequestIsRefused() {
    product.signIn(acme, "alice");
    IdpLogout request = IdpLogout.at(acme);
    redirected(request.request(), acme.key()).then().statusCode(303);
    Session again = product.signIn(acme, "alice");

    redirected(request.request(), acme.key()).then().statusCode(403);
    posted(IdpLogout.posted(request.request(), acme.key())).then().statusCode(403);

    assertThat(isKept(again)).isTrue();
  }

  @Test
  void aForgedRequestIsRefused() {
    Session alice = product.signIn(acme, "alice");
    String request = IdpLogout.at(acme).request();

    refused(redirected(request, IdpKey.named("attacker")), alice);
    refused(posted(IdpLogout.posted(request, IdpKey.named("attacker"))), alice);
  }

  @Test
  void anUnsignedRequestIsRefused() {
    Session alice = product.signIn(acme, "alice");
    String request = IdpLogout.at(acme).request();

    refused(get(IdpLogout.unsigned("SAMLRequest", request, "relay")), alice);
    refused(
        posted(
            java.util.Base64.getEncoder()
                .encodeToString(request.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        alice);
  }

  @Test
  void anExpiredRequestIsRefused() {
    refusedAlthoughSigned(request -> request.end = Instant.now().minusSeconds(300));
    refusedAlthoughSigned(request -> request.issued = Instant.now().minusSeconds(3600));
  }

  @Test
  void aRequestOfAnotherConnectionIsRefused() {
    // The same key signs for both: the issuer or the address alone has to tell.
    TestConnection other = customers.active();
    refusedAlthoughSigned(request -> request.issuer = other.idpEntityId());
    refusedAlthoughSigned(request -> request.destination = other.sloUrl());
  }

  @Test
  void aRevokedKeySignsNobodyOut() {
    Session alice = product.signIn(acme, "alice");
    customers.revokeKey(acme);

    refused(redirected(IdpLogout.at(acme).request(), acme.key()), alice);
  }

  @Test
  void somebodyElsesSessionsAreNotTouched() {
    TestConnection other = customers.active();
    Session namesake = product.signIn(other, "alice");
    product.signIn(acme, "alice");

    redirected(IdpLogout.at(acme).request(), acme.key()).then().statusCode(303);

    assertThat(isKept(namesake)).isTrue();
  }

  @Test
  void anUnknownConnectionHasNothingThere() {
    given().get("/saml/aaaaaaaaaaaaaaaaaaaaaaaaaa/slo").then().statusCode(400);
    given().get("/saml/nothing/slo?SAMLRequest=x").then().statusCode(404);
  }

  @Test
  void metadataListsTheAddressForBothBindings() {
    String metadata = given().get("/saml/" + acme.bare() + "/metadata").asString();
    assertThat(metadata)
        .containsSubsequence(
            "SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\"",
            acme.sloUrl(),
            "SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\"",
            acme.sloUrl());
  }

  private void refusedAlthoughSigned(Consumer<IdpLogout> change) {
    Session alice = product.signIn(acme, "alice");
    IdpLogout request = IdpLogout.at(acme);
    change.accept(request);

    refused(redirected(request.request(), acme.key()), alice);
    refused(posted(IdpLogout.posted(request.request(), acme.key())), alice);
  }

  /** Entra signs none; its administrator is told why that does nothing, and what does. */
  @Test
  void theAdministratorIsToldOfUnsignedRequestsOnceAnHour() {
    Session alice = product.signIn(acme, "alice");
    String request = IdpLogout.at(acme).request();

    Response page = get(IdpLogout.unsigned("SAMLRequest", request, "relay"));
    Response again = get(IdpLogout.unsigned("SAMLRequest", request, "relay"));
    redirected(request, IdpKey.named("attacker"));

    refused(page, alice);
    refused(again, alice);
    assertThat(page.asString()).contains("is not signed", "logout_unsigned");
    List<String> logged =
        database.texts(
            "select reasons[1] || ' ' || reference from sign_in where connection = $1"
                + " and outcome = 'failed' order by reasons[1] desc",
            acme.id());
    assertThat(logged).hasSize(2);
    assertThat(logged.getFirst()).startsWith("logout_unsigned ");
    assertThat(logged.getLast()).startsWith("logout_refused ");
    assertThat(page.asString()).contains(logged.getFirst().substring("logout_unsigned ".length()));
  }

  private void refused(Response response, Session session) {
    response.then().statusCode(403);
    assertThat(response.header("Location")).isNull();
    assertThat(isKept(session)).isTrue();
    assertThat(database.texts("select sid from logout_delivery where sid = $1", session.sid()))
        .isEmpty();
  }
}
