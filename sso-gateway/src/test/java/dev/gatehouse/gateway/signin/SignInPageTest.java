package dev.gatehouse.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Browser;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.openid.AuthorizationRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SignInPageTest {

  @Inject Customers customers;
  @Inject Trips trips;

  @Test
  void asksForTheAddressWithoutScriptOrThirdParty() {
    Response page = new Browser().get(pathOf(trips.request(null)));

    page.then()
        .statusCode(200)
        .header("Cache-Control", containsString("no-store"))
        .header("Referrer-Policy", "no-referrer")
        .header("X-Frame-Options", "DENY")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("Content-Security-Policy", containsString("form-action 'self' https:"))
        .body(containsString("type=\"email\""));
    String html = page.body().asString();
    assertThat(html.length()).isLessThan(30_000);
    assertThat(html).doesNotContain("<script").doesNotContain("http://").doesNotContain("https://");
  }

  @Test
  void takesSomebodyWithAKnownDomainToTheIdentityProvider() {
    TestConnection acme = customers.active();
    Browser browser = new Browser();

    Response answer = submit(browser, trips.request(null), acme.email("alice"));

    answer.then().statusCode(303).header("Location", startsWith(acme.ssoUrl()));
    Trips.Away alice = Trips.away(acme, browser, URI.create(answer.header("Location")));
    alice
        .comesBackWith(alice.answer(acme.email("alice")).signedBy(acme.key()))
        .then()
        .statusCode(303)
        .header("Location", containsString("code="));
  }

  @Test
  void sendsAnUnknownDomainBackToTheApplicationWithoutAWordAboutCustomers() {
    Response answer = submit(new Browser(), trips.request(null), "bob@nobody.example");

    answer
        .then()
        .statusCode(303)
        .header("Location", startsWith(Trips.REDIRECT_URI))
        .header("Location", containsString("error=sso_not_available"))
        .header("Location", containsString("state=state-1"));
  }

  @Test
  void asksAgainForWhatIsNoAddress() {
    Response answer = submit(new Browser(), trips.request(null), "bob");

    answer.then().statusCode(200).body(containsString("role=\"alert\""));
  }

  @Test
  void doesNotBelieveARequestThatTheGatewayDidNotSeal() {
    new Browser()
        .get("/sign-in?request=eyJyZWRpcmVjdFVyaSI6Imh0dHBzOi8vZXZpbC5leGFtcGxlLyJ9")
        .then()
        .statusCode(400)
        .body(containsString("request_expired"));
  }

  @Test
  void nobodyAsksThroughAListOfDomains() {
    Browser browser = new Browser();
    Map<String, String> fields = Map.of("request", "", "email", "bob@nobody.example");

    // Address 198.51.100.7 is nobody else's in these tests.
    Response last =
        IntStream.range(0, 200)
            .mapToObj(_ -> browser.postFrom("198.51.100.7", "/sign-in", fields))
            .filter(answer -> answer.statusCode() == 429)
            .findFirst()
            .orElseThrow();

    last.then().header("Retry-After", "1").body(containsString("too_many_requests"));
  }

  @Test
  void remembersTheAddressOnlyWhenAskedAndForgetsItWhenNotAskedAgain() {
    TestConnection acme = customers.active();
    Browser browser = new Browser();
    submit(browser, trips.request(null), acme.email("alice"));
    assertThat(browser.get(pathOf(trips.request(null))).body().asString())
        .doesNotContain(acme.email("alice"));

    String page = browser.get(pathOf(trips.request(null))).body().asString();
    browser.post(
        "/sign-in",
        Map.of("request", hidden(page), "email", acme.email("alice"), "remember", "yes"));
    assertThat(browser.get(pathOf(trips.request(null))).body().asString())
        .contains("value=\"" + acme.email("alice") + "\"")
        .contains("checked");

    submit(browser, trips.request(null), acme.email("alice"));
    assertThat(browser.get(pathOf(trips.request(null))).body().asString())
        .doesNotContain(acme.email("alice"));
  }

  @Test
  void aRememberedAddressThatSomebodyPlantedIsNoMarkup() {
    Browser browser = new Browser();
    browser.keep(
        Map.of(
            "gh_email",
            new jakarta.ws.rs.core.NewCookie.Builder("gh_email")
                .value("%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                .build()));

    assertThat(browser.get(pathOf(trips.request(null))).body().asString())
        .doesNotContain("<script");
  }

  @Test
  void letsThePersonChooseAmongConnections() {
    TestConnection okta = customers.active();
    TestConnection entra = customers.second(okta);
    var chooser =
        trips.begin(
            trips.request(null, okta.customer().organization().toString(), null, Set.of(), null));
    String html = (String) chooser.getEntity();
    assertThat(html)
        .contains("value=\"" + okta.id() + "\"")
        .contains("value=\"" + entra.id() + "\"");

    Response answer =
        new Browser()
            .post("/sign-in", Map.of("request", hidden(html), "connection", entra.id().toString()));

    answer.then().statusCode(303).header("Location", startsWith(entra.ssoUrl()));
  }

  @Test
  void saysThatSelectorsWhichDisagreeAreInvalid() {
    TestConnection acme = customers.active();
    TestConnection other = customers.active();

    var answer = trips.begin(trips.request(other.email("alice"), null, acme.id(), Set.of(), null));

    assertThat(answer.getLocation().toString())
        .startsWith(Trips.REDIRECT_URI)
        .contains("error=invalid_request");
  }

  @Test
  void setsACookieForThisAttemptOnly() {
    TestConnection acme = customers.active();

    var cookie =
        trips.begin(trips.request(acme.email("alice"))).getCookies().values().iterator().next();

    assertThat(cookie.getName()).startsWith("gh_attempt_");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getSameSite().name()).isEqualTo("LAX");
    assertThat(cookie.getMaxAge()).isEqualTo(900);
  }

  @Test
  void stylesAndTheOneScriptAreSmallFilesOfOurOwn() {
    Browser browser = new Browser();

    browser
        .get("/sign-in/gatehouse.css")
        .then()
        .statusCode(200)
        .header("Content-Length", Integer::parseInt, lessThan(10_000));
    browser
        .get("/sign-in/submit.js")
        .then()
        .statusCode(200)
        .body(equalTo("document.getElementById(\"request\").submit();\n"));
  }

  private Response submit(Browser browser, AuthorizationRequest request, String email) {
    String html = browser.get(pathOf(request)).body().asString();
    return browser.post("/sign-in", Map.of("request", hidden(html), "email", email));
  }

  private String pathOf(AuthorizationRequest request) {
    URI location = trips.begin(request).getLocation();
    return location.getRawPath() + "?" + location.getRawQuery();
  }

  private static String hidden(String html) {
    String start = "name=\"request\" value=\"";
    int from = html.indexOf(start) + start.length();
    return html.substring(from, html.indexOf('"', from)).replace("&#x3D;", "=");
  }
}
