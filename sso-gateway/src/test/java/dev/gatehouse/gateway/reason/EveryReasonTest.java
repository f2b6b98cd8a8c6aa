package dev.gatehouse.gateway.reason;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.failure.FailureCatalogue;
import dev.gatehouse.gateway.attempt.SignInReason;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.interruption.Interruption;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.saml.ReasonCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reason can really be provoked, and the administrator finds it, explained, under the
 * reference that the person saw.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class EveryReasonTest {

  private static final Pattern REFERENCE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

  /** Given by connection-service, of a test that nobody finished, and by the search. */
  private static final Set<String> GIVEN_ELSEWHERE = Set.of("test_abandoned", "page_unknown");

  @Inject SignInReasons signInReasons;
  @Inject InterruptedRequests interruptedRequests;
  @Inject OidcReasons oidcReasons;
  @Inject Database database;

  /** Only so many are kept in an hour, and other tests cause some too. */
  @BeforeEach
  void nobodyInterruptedAnythingYet() {
    database.texts("delete from sign_in where organization is null and id <> $1 returning id", "");
  }

  @ParameterizedTest
  @EnumSource(SignInReason.class)
  void theFixtureOfAReasonOfTheGatewayProvokesIt(SignInReason reason) {
    isFoundAndExplained(signInReasons.provoke(reason).asString(), reason.code());
  }

  @ParameterizedTest
  @EnumSource(Interruption.class)
  void theFixtureOfAnInterruptionProvokesIt(Interruption why) {
    String page = interruptedRequests.provoke(why);

    assertThat(page).contains("<code>" + why.code() + "</code>");
    isFoundAndExplained(page, why.code());
  }

  @ParameterizedTest
  @EnumSource(OidcReasonCode.class)
  void theFixtureOfAReasonOfOpenIdConnectProvokesIt(OidcReasonCode reason) {
    isFoundAndExplained(oidcReasons.provoke(reason).asString(), reason.code());
  }

  @Test
  void theCatalogueExplainsWhatIsGivenAndNothingElse() {
    Set<String> given =
        Stream.of(
                Stream.of(SignInReason.values()).map(SignInReason::code),
                Stream.of(Interruption.values()).map(Interruption::code),
                Stream.of(OidcReasonCode.values()).map(OidcReasonCode::code),
                Stream.of(ReasonCode.values()).map(ReasonCode::code),
                GIVEN_ELSEWHERE.stream())
            .flatMap(codes -> codes)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(FailureCatalogue.load().codes()).containsExactlyInAnyOrderElementsOf(given);
  }

  private static void isFoundAndExplained(String page, String code) {
    Matcher reference = REFERENCE.matcher(page);
    assertThat(reference.find()).as(page).isTrue();
    JsonPath found =
        given()
            .auth()
            .oauth2(AdminTokens.operator())
            .get("/v1/sign-ins/{reference}", reference.group())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(found.getList("reasons", String.class)).isEqualTo(List.of(code));
    assertThat(found.getInt("findings.size()")).isEqualTo(1);
    assertThat(found.getString("findings[0].code")).isEqualTo(code);
    assertThat(
            Stream.of("title", "meaning", "remedy").map(it -> found.getString("findings[0]." + it)))
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("cannot explain"));
  }
}
