package dev.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.TokenResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not get in does not, and the IT admin finds the reason under the reference. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedSignInTest {

  private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");

  private final Gatehouse gatehouse = Gatehouse.running();
  private final Sandbox sandbox = new Sandbox(gatehouse);
  private final SetUp setUp = SetUp.active(gatehouse, "Refused");
  private final String email = "rose@" + setUp.emailDomain;
  private Application application =
      Application.registered(gatehouse, setUp.operator, JWSAlgorithm.ES256);

  @BeforeAll
  void aCorrectAnswerIsAccepted() {
    Application.Trip trip = application.begin(email);
    Http.Answer answer = new Person(sandbox).signIn(trip.authorizationUrl(), email, null);
    assertThat(
            application.complete(trip, answer.expect(303).location()).userInfo().getEmailAddress())
        .isEqualTo(email);
  }

  @ParameterizedTest
  @CsvSource({
    "tampered, digest_mismatch",
    "expired, expired",
    "not_yet_valid, not_yet_valid",
    "wrong_audience, audience_mismatch",
    "wrong_recipient, recipient_mismatch",
    "wrong_destination, destination_mismatch",
    "wrong_issuer, issuer_mismatch",
    "unsigned, signature_missing",
    "wrong_key, signature_invalid",
    "sha1, algorithm_refused",
    "unsolicited, unsolicited",
    "foreign_in_response_to, in_response_to_mismatch",
    "status_failed, status_not_success",
    "no_email, email_missing",
    "foreign_domain, email_domain_not_verified",
    "two_assertions, assertion_count"
  })
  void anAnswerWithOneFaultIsRefused(String fault, String reason) {
    Application.Trip trip = application.begin(email);
    Http.Answer page = new Person(sandbox).signIn(trip.authorizationUrl(), email, fault);
    assertThat(reasons(page)).contains(reason);
  }

  @Test
  void anAnswerThatWasAcceptedOnceIsRefusedTheSecondTime() {
    Application.Trip trip = application.begin(email);
    Person person = new Person(sandbox);
    Sandbox.Response response =
        sandbox.respond(person.reachIdentityProvider(trip.authorizationUrl()), email, null);
    assertThat(person.open(person.deliver(response)).status()).isEqualTo(303);

    Http.Answer second = person.open(person.deliver(response));

    assertThat(second.status()).isNotEqualTo(303);
    assertThat(second.text()).doesNotContain("code=");
  }

  @Test
  void anAnswerToOneConnectionIsRefusedAtAnother() {
    SetUp other = SetUp.active(gatehouse, "Neighbour");
    Application.Trip trip = application.begin(email);
    Person person = new Person(sandbox);
    Sandbox.Response response =
        sandbox.respond(person.reachIdentityProvider(trip.authorizationUrl()), email, null);
    URI neighboursAcs =
        URI.create(
            setUp
                .admin
                .connection(setUp.connection)
                .required("serviceProvider")
                .required("acsUrl")
                .asText()
                .replace(bare(setUp.connection), bare(other.connection)));

    Http.Answer answer =
        person.browser.form(
            neighboursAcs,
            Map.of("SAMLResponse", response.samlResponse(), "RelayState", response.relayState()));
    Http.Answer end = answer.status() == 303 ? person.open(answer.location()) : answer;

    assertThat(end.header("Location")).doesNotContain("code=");
    assertThat(end.status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void aBrowserThatDidNotStartTheAttemptGetsNoCode() {
    Application.Trip trip = application.begin(email);
    Person attacker = new Person(sandbox);
    Sandbox.Response response =
        sandbox.respond(attacker.reachIdentityProvider(trip.authorizationUrl()), email, null);

    Person victim = new Person(sandbox);
    Http.Answer page = victim.open(victim.deliver(response));

    assertThat(page.status()).isGreaterThanOrEqualTo(400);
    assertThat(page.header("Location")).isEmpty();
  }

  @Test
  void anUnregisteredRedirectUriIsNeverRedirectedTo() {
    URI url = application.begin(email).authorizationUrl();
    String evil =
        url.toString()
            .replace(
                Http.encode(Application.CALLBACK.toString()),
                Http.encode("https://evil.example/callback"));
    assertThat(evil).isNotEqualTo(url.toString());

    Http.Answer page = new Http().get(URI.create(evil));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Location")).isEmpty();
  }

  @Test
  void aCodeIsRedeemedOnce() {
    Application.Trip trip = application.begin(email);
    URI callback =
        new Person(sandbox).signIn(trip.authorizationUrl(), email, null).expect(303).location();
    AuthorizationCode code = application.code(trip, callback);
    assertThat(application.redeem(trip, code).indicatesSuccess()).isTrue();

    TokenResponse second = application.redeem(trip, code);

    assertThat(second.indicatesSuccess()).isFalse();
    assertThat(second.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_grant");
  }

  @Test
  void aTokenOfTheGatewayOpensNoAdminApi() {
    Application.Trip trip = application.begin(email);
    URI callback =
        new Person(sandbox).signIn(trip.authorizationUrl(), email, null).expect(303).location();
    TokenResponse tokens = application.redeem(trip, application.code(trip, callback));
    String accessToken = tokens.toSuccessResponse().getTokens().getAccessToken().getValue();
    String idToken = String.valueOf(tokens.toSuccessResponse().toJSONObject().get("id_token"));

    for (String token : List.of(accessToken, idToken)) {
      for (String path :
          List.of(
              "/v1/organizations/" + setUp.admin.organization,
              "/v1/domains?organization=" + setUp.admin.organization,
              "/v1/connections?organization=" + setUp.admin.organization,
              "/v1/sign-ins?organization=" + setUp.admin.organization,
              "/v1/applications")) {
        Http.Answer answer =
            new Http()
                .with("Authorization", "Bearer " + token)
                .get(gatehouse.publicUrl().resolve(path));
        assertThat(answer.status()).as(path).isEqualTo(401);
      }
    }
  }

  private List<String> reasons(Http.Answer page) {
    assertThat(page.status()).isBetween(400, 499);
    Matcher reference = REFERENCE.matcher(page.text());
    assertThat(reference.find()).as("a reference on the page").isTrue();
    URI entry = setUp.admin.url("/v1/sign-ins/" + reference.group());
    Wait.until(
        "the failure is in the log",
        Duration.ofSeconds(10),
        () -> setUp.admin.http().get(entry).status() == 200);
    JsonNode failure = setUp.admin.http().get(entry).json();
    List<String> codes = new ArrayList<>();
    failure
        .required("reasons")
        .forEach(r -> codes.add(r.isTextual() ? r.asText() : r.path("code").asText()));
    return codes;
  }

  private static String bare(String id) {
    return id.substring(id.indexOf('_') + 1);
  }
}
