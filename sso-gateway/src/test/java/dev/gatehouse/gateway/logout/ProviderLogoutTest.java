package dev.gatehouse.gateway.logout;

import static dev.gatehouse.gateway.logout.RpInitiatedLogoutTest.logout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.Product.Session;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.gateway.session.IdpSession;
import dev.gatehouse.gateway.session.IdpSessions;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From the application to the OpenID provider, and back (RP-Initiated Logout 1.0). */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ProviderLogoutTest {

  private static final String HOME = "https://app.example/bye?state=s1";

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Database database;
  @Inject IdpSessions sessions;

  private Session signIn(OpenIdConnection acme) {
    return RpInitiatedLogoutTest.product(Map.of())
        .signIn(acme, trips, "alice", claims -> claims.claim("sid", "s-1"));
  }

  private static URI leave(Session session) {
    Response response =
        logout(
            Map.of(
                "id_token_hint", session.idToken(),
                "post_logout_redirect_uri", "https://app.example/bye",
                "state", "s1"));
    response.then().statusCode(303);
    return URI.create(response.header("Location"));
  }

  private static Response back(OpenIdConnection acme, @Nullable String state) {
    var request = given().redirects().follow(false);
    return (state == null ? request : request.queryParam("state", state))
        .get("/oidc/" + acme.connection().bare() + "/post-logout");
  }

  @Test
  void theProviderIsAskedToEndTheVerySession() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start().endsSessions());

    URI away = leave(signIn(acme));

    assertThat(away.toString()).startsWith(acme.provider().issuer() + "/logout?");
    Map<String, String> request = OpenIdProvider.form(away.getRawQuery());
    assertThat(request)
        .containsOnlyKeys("client_id", "post_logout_redirect_uri", "state", "id_token_hint")
        .containsEntry("client_id", OpenIdProvider.CLIENT)
        .containsEntry(
            "post_logout_redirect_uri", acme.redirectUri().replace("/callback", "/post-logout"));
    String payload = request.getOrDefault("id_token_hint", "").split("\\.")[1];
    assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
        .contains("\"sid\":\"s-1\"", "alice-1", acme.provider().issuer());
  }

  @Test
  void theBrowserComesHome() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start().endsSessions());
    String state = OpenIdProvider.form(leave(signIn(acme)).getRawQuery()).get("state");

    Response home = back(acme, state);

    home.then().statusCode(303);
    assertThat(home.header("Location")).isEqualTo(HOME);
  }

  @Test
  void aStateOfNobodyLeadsNowhere() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start().endsSessions());

    for (String state : new String[] {null, "https://evil.example/", "s1"}) {
      Response page = back(acme, state);
      page.then().statusCode(200);
      assertThat(page.header("Location")).isNull();
      assertThat(page.asString()).contains("You are signed out").doesNotContain("evil.example");
    }
  }

  @Test
  void anEndpointWithAQueryKeepsIt() {
    OpenIdProvider provider = OpenIdProvider.start();
    provider.says("end_session_endpoint", provider.issuer() + "/logout?p=b2c_1");

    URI away = leave(signIn(customers.active(provider)));

    assertThat(away.getRawQuery()).startsWith("p=b2c_1&client_id=");
  }

  @Test
  void aProviderWithoutSuchAnEndpointIsNotAsked() {
    assertThat(leave(signIn(customers.active(OpenIdProvider.start())))).hasToString(HOME);
  }

  @Test
  void aConnectionMayLeaveTheProvidersSessionAlone() {
    OpenIdConnection acme =
        customers.active(OpenIdProvider.start().endsSessions(), Map.of("singleLogout", false));
    Session alice = signIn(acme);

    assertThat(open(alice).openId()).isEqualTo(new IdpSession.OpenId(null));
    assertThat(leave(alice)).hasToString(HOME);
  }

  @Test
  void aProviderThatCannotBeReachedKeepsNobodyFromLeaving() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start().endsSessions());
    Session alice = signIn(acme);
    OpenIdConnection gone =
        new OpenIdConnection(
            acme.connection(), acme.provider(), Map.of("issuer", "http://127.0.0.1:1/gone"));
    customers.publish(
        acme,
        "ConnectionActivated",
        Map.of("live", customers.revision(gone, Published.id(IdKind.REVISION))));

    assertThat(leave(alice)).hasToString(HOME);
    assertThat(database.texts("select id from application_session where id = $1", alice.sid()))
        .isEmpty();
  }

  @Test
  void whatTheProviderIsShownIsKeptSealed() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start().endsSessions());
    Session alice = signIn(acme);

    String row = row(alice);

    assertThat(row).doesNotContain("alice-1", "s-1", "eyJ");
    IdpSession kept = open(alice);
    assertThat(kept.nameId()).isEqualTo("alice-1");
    assertThat(kept.sessionIndex()).isEqualTo("s-1");
    assertThat(kept.openId()).isNotNull();
  }

  /** It would have to fit into an address. */
  @Test
  void aHugeTokenIsNotKept() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start().endsSessions());
    Session alice =
        RpInitiatedLogoutTest.product(Map.of())
            .signIn(acme, trips, "alice", claims -> claims.claim("groups", "g".repeat(6_000)));

    Map<String, String> request = OpenIdProvider.form(leave(alice).getRawQuery());

    assertThat(request).containsOnlyKeys("client_id", "post_logout_redirect_uri", "state");
  }

  private String row(Session session) {
    return database
        .texts(
            "select row_to_json(s)::text from application_session s where id = $1", session.sid())
        .getFirst();
  }

  private IdpSession open(Session session) {
    return sessions.open(
        Id.parse(IdKind.SIGN_IN, session.sid()),
        database
            .texts("select idp_session from application_session where id = $1", session.sid())
            .getFirst());
  }
}
