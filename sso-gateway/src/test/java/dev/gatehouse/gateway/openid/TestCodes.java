package dev.gatehouse.gateway.openid;

import static io.restassured.RestAssured.given;

import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import dev.gatehouse.gateway.projection.Published;
import dev.gatehouse.gateway.random.RandomTokens;
import dev.gatehouse.gateway.session.SealedIdpSession;
import dev.gatehouse.ids.Id;
import dev.gatehouse.ids.IdKind;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Makes codes as a finished sign-in does, and redeems them as applications do. */
@ApplicationScoped
class TestCodes {

  static final String VERIFIER = "a-verifier-of-43-characters-or-more-0123456789";

  private final Codes codes;
  private final Pool pool;
  private final Clock clock;

  TestCodes(Codes codes, Pool pool, Clock clock) {
    this.codes = codes;
    this.pool = pool;
    this.clock = clock;
  }

  /** A code on its way to the application. */
  record OnItsWay(String code, Id application, Id signIn, Id person) {}

  OnItsWay issue(Customer customer, Id application) {
    return issue(customer, application, Published.id(IdKind.PERSON), "ann");
  }

  OnItsWay issue(Customer customer, Id application, Id person, String localPart) {
    return issue(customer, application, person, localPart, clock.instant());
  }

  OnItsWay issue(Customer customer, Id application, Id person, String localPart, Instant issuedAt) {
    IssuedCode code = codes.next();
    Id signIn = Published.id(IdKind.SIGN_IN);
    AuthorizationRequest request =
        new AuthorizationRequest(
            application,
            TestApplications.CALLBACK,
            "state-1",
            "nonce-1",
            Base64.getUrlEncoder().withoutPadding().encodeToString(RandomTokens.hash(VERIFIER)),
            new LinkedHashSet<>(List.of("openid", "email", "attributes", "groups")),
            null,
            null,
            null,
            new LinkedHashSet<>(),
            null,
            List.of());
    SignedInPerson signedIn =
        new SignedInPerson(
            person,
            customer.email(localPart),
            "Ann",
            "Stone",
            null,
            true,
            "http://www.okta.com/exk1",
            "00u1",
            issuedAt.minusSeconds(2),
            List.of("pwd", "mfa"),
            Map.of("department", List.of("R&D")),
            List.of("admins"),
            new SealedIdpSession("key-" + signIn, null, "sealed-" + signIn));
    codes
        .issue(
            pool,
            new NewCode(
                code,
                request,
                signIn,
                customer.organization(),
                customer.connection(),
                customer.revision(),
                signedIn,
                issuedAt))
        .await()
        .atMost(Duration.ofSeconds(10));
    return new OnItsWay(code.code(), application, signIn, person);
  }

  /** The request a stock library would send, ready to be spoiled. */
  static RequestSpecification request(OnItsWay code) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "authorization_code")
        .formParam("code", code.code())
        .formParam("redirect_uri", TestApplications.CALLBACK)
        .formParam("code_verifier", VERIFIER);
  }

  static Response redeem(OnItsWay code, TestApplications.Registered by) {
    RequestSpecification request = request(code).formParam("client_id", by.id().toString());
    return (by.secret().isEmpty() ? request : request.formParam("client_secret", by.secret()))
        .post("/oauth2/token");
  }
}
