package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.DnsOfTheTest;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class LookHistoryTest {

  private TestOrganization organization;

  @BeforeEach
  void beReady() {
    organization = TestOrganization.ready();
  }

  private static JsonPath looks(Claimed claimed) {
    return claimed
        .organization()
        .asMember()
        .get("/v1/domains/" + claimed.id() + "/looks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void whatWasFoundOneAfterTheOtherIsTold() {
    Claimed claimed = organization.claimed(TestOrganization.freshName());
    claimed.awaitOutcome("not_published");
    await().atMost(Duration.ofSeconds(30)).until(() -> looks(claimed).getInt("items[0].looks") > 1);
    DnsOfTheTest.DNS.txt(claimed.host(), "v=spf1 -all");
    claimed.awaitOutcome("different_value");
    claimed.publish();
    claimed.awaitStatus("verified");

    JsonPath looks = looks(claimed);

    assertThat(looks.getList("items.outcome"))
        .containsExactly("proven", "different_value", "not_published");
    assertThat(looks.getString("items[1].found[0].value")).isEqualTo("v=spf1 -all");
    assertThat(looks.getString("items[2].lastAt"))
        .isGreaterThan(looks.getString("items[2].firstAt"));
  }

  @Test
  void othersDoNotSeeIt() {
    Claimed claimed = organization.claimed(TestOrganization.freshName());

    TestOrganization.ready()
        .asMember()
        .get("/v1/domains/" + claimed.id() + "/looks")
        .then()
        .statusCode(404);
  }

  @Test
  void operatorsReadTheDomainsOfManyOrganizationsAtOnce() {
    Claimed ours = organization.claimed(TestOrganization.freshName());
    Claimed theirs = TestOrganization.ready().claimed(TestOrganization.freshName());
    String both =
        "/v1/domains?organizations=" + organization.id() + "," + theirs.organization().id();

    TestOrganization.asOperator()
        .get(both)
        .then()
        .statusCode(200)
        .body("items.id", containsInAnyOrder(ours.id(), theirs.id()));
    organization
        .asMember()
        .get(both)
        .then()
        .statusCode(403)
        .body("code", equalTo("operators_only"));
    organization.asMember().get("/v1/domains").then().statusCode(400);
  }
}
