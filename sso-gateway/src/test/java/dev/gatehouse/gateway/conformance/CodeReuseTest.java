package dev.gatehouse.gateway.conformance;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.RelyingParty;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class CodeReuseTest {

  private static final int AT_ONCE = 24;

  @Inject Customers customers;

  @SuppressWarnings("NullAway.Init")
  private RelyingParty app;

  @BeforeEach
  void anApplicationIsRegistered() {
    app = RelyingParty.at(customers.active());
  }

  @AfterEach
  void theClockIsRightAgain() {
    given().delete("/test/clock");
  }

  @Test
  @Reproduces({"oidcc-codereuse", "RFC9700-4.5"})
  void oidcc_codereuse_isRefused() throws Exception {
    String code = RelyingParty.code(app.signIn(app.request()));
    RelyingParty.tokens(app.redeem(code));

    refusesASecondUse(app.redeem(code));
  }

  @Test
  @Reproduces("oidcc-codereuse-30seconds")
  void oidcc_codereuse_30seconds_isRefusedAndRevokesTheAccessToken() throws Exception {
    String code = RelyingParty.code(app.signIn(app.request()));
    OIDCTokens tokens = RelyingParty.tokens(app.redeem(code));
    opens(tokens, 200);

    later("PT30S");
    refusesASecondUse(app.redeem(code));

    opens(tokens, 401);
  }

  @Test
  void oidcc_codereuse_longAfterTheCodeExpiredStillRevokes() throws Exception {
    String code = RelyingParty.code(app.signIn(app.request()));
    OIDCTokens tokens = RelyingParty.tokens(app.redeem(code));

    later("PT2M");
    opens(tokens, 200);
    refusesASecondUse(app.redeem(code));

    opens(tokens, 401);
  }

  /** AS3. Whoever has the code besides its owner may be a moment earlier, or exactly as fast. */
  @Test
  void as3_ofManyConcurrentRedemptionsOneYieldsTokensAndReuseRevokesThem() throws Exception {
    String code = RelyingParty.code(app.signIn(app.request()));
    List<Response> answers = new ArrayList<>();
    try (var thieves = Executors.newFixedThreadPool(AT_ONCE)) {
      CyclicBarrier together = new CyclicBarrier(AT_ONCE);
      Callable<Response> attempt =
          () -> {
            together.await();
            return app.redeem(code);
          };
      for (Future<Response> done : thieves.invokeAll(Collections.nCopies(AT_ONCE, attempt))) {
        answers.add(done.get());
      }
    }

    List<Response> won = answers.stream().filter(one -> one.statusCode() == 200).toList();
    assertThat(won).hasSize(1);
    answers.stream()
        .filter(one -> one.statusCode() != 200)
        .forEach(CodeReuseTest::refusesASecondUse);
    opens(RelyingParty.tokens(won.getFirst()), 401);
    refusesASecondUse(app.redeem(code));
  }

  /** The suite skips this module where no refresh token is issued, if discovery says the same. */
  @Test
  @Reproduces("oidcc-refresh-token")
  void oidcc_refresh_token_isNeitherIssuedNorAnnounced() throws Exception {
    OIDCTokens tokens = app.tokens(app.signIn(app.requestWith("scope", "openid offline_access")));

    assertThat(tokens.getRefreshToken()).isNull();
    assertThat(get("/.well-known/openid-configuration").<List<String>>path("grant_types_supported"))
        .containsExactly("authorization_code");
  }

  private static void refusesASecondUse(Response again) {
    again
        .then()
        .statusCode(400)
        .header("Content-Type", containsString("application/json"))
        .header("Cache-Control", "no-store")
        .body("error", equalTo("invalid_grant"))
        .body("access_token", equalTo(null));
    assertThat(again.<String>path("error_description")).matches("[ !#-\\[\\]-~]+");
  }

  private static void opens(OIDCTokens tokens, int status) {
    given()
        .auth()
        .oauth2(tokens.getBearerAccessToken().getValue())
        .get("/oauth2/userinfo")
        .then()
        .statusCode(status);
  }

  private static void later(String offset) {
    given()
        .contentType("application/json")
        .body(Map.of("offset", offset))
        .put("/test/clock")
        .then()
        .statusCode(204);
  }
}
