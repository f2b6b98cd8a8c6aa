package dev.gatehouse.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other origins may read. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
@QuarkusTestResource(value = CrossOriginTest.OneOrigin.class, restrictToAnnotatedClass = true)
class CrossOriginTest {

  private static final String REGISTERED = "https://admin.example";

  /** Registers one origin. */
  public static final class OneOrigin implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
      return Map.of("gatehouse.cors-origins", REGISTERED);
    }

    @Override
    public void stop() {}
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/token", "/oauth2/userinfo", "/v1/sign-ins", "/v1/discover"})
  void registeredOriginsMayCallWithATokenNeverWithCookies(String path) {
    Response known = preflight(path, REGISTERED);
    Response unknown = preflight(path, "https://evil.example");

    assertThat(known.statusCode()).isEqualTo(204);
    assertThat(known.header("Access-Control-Allow-Origin")).isEqualTo(REGISTERED);
    assertThat(known.header("Access-Control-Allow-Headers")).contains("Authorization");
    assertThat(known.header("Access-Control-Allow-Credentials")).isNull();
    assertThat(unknown.header("Access-Control-Allow-Origin")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/authorize",
        "/sign-in",
        "/sign-in/continue",
        "/saml/ttttttttttttttttttttttttta/acs",
        "/test-runs/run_aaaaaaaaaaaaaaaaaaaaaaaaaa",
      })
  void nobodyMayScriptWhatPeopleVisit(String path) {
    assertThat(preflight(path, REGISTERED).header("Access-Control-Allow-Origin")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.well-known/openid-configuration", "/oauth2/jwks"})
  void everybodyMayReadWhatIsPublic(String path) {
    Response answer = given().header("Origin", "https://any.example").get(path);

    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  private static Response preflight(String path, String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization")
        .options(path);
  }
}
