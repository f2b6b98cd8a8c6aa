package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RunningService
class ClaimingDomainsTest {

  @Test
  void answersWithTheRecordToPublish() {
    TestOrganization organization = TestOrganization.ready();
    String name = TestOrganization.freshName();

    Response claim = organization.claim("https://" + name.replace("acme", "ACME") + "/");

    assertThat(claim.statusCode()).isEqualTo(201);
    assertThat(claim.header("Location")).endsWith("/v1/domains/" + claim.path("id"));
    assertThat(claim.header("ETag")).isEqualTo("\"1.0\"");
    assertThat(claim.<String>path("name")).isEqualTo(name);
    assertThat(claim.<String>path("displayName")).isEqualTo(name);
    assertThat(claim.<String>path("status")).isEqualTo("pending");
    assertThat(claim.<String>path("challenge.type")).isEqualTo("TXT");
    assertThat(claim.<String>path("challenge.host")).isEqualTo("_gatehouse-challenge." + name);
    assertThat(claim.<String>path("challenge.value"))
        .matches("gatehouse-domain-verification=[a-z2-7]{32}");
    assertThat(claim.<Object>path("lastCheck")).isNull();
    assertThat(claim.<Object>path("dnsProvider")).isNull();
    Instant created = Instant.parse(claim.path("createdAt"));
    assertThat(Instant.parse(claim.path("challenge.expiresAt")))
        .isEqualTo(created.plus(Duration.ofDays(14)));
  }

  @Test
  void readsBackWhatWasAnswered() {
    TestOrganization organization = TestOrganization.ready();
    Response claim = organization.claim(TestOrganization.freshName());

    Response read = organization.asMember().get("/v1/domains/" + claim.path("id"));

    assertThat(read.<String>path("challenge.value")).isEqualTo(claim.path("challenge.value"));
    assertThat(read.<String>path("createdAt")).isEqualTo(claim.path("createdAt"));
    assertThat(read.header("ETag")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "not a domain, 422, domain_invalid",
    "192.168.0.1, 422, domain_invalid",
    "github.io, 422, domain_public_suffix",
    "Gmail.com, 422, domain_consumer_mail",
    "'', 400, invalid_request"
  })
  void refusesNamesThatNobodyMayClaim(String name, int status, String code) {
    Response claim = TestOrganization.ready().claim(name);

    assertThat(claim.statusCode()).isEqualTo(status);
    assertThat(claim.<String>path("code")).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.0.1, 'Das ist eine IP-Adresse, kein Name.'",
    "acme.localhost, Namen unter .localhost gehören niemandem."
  })
  void saysInTheAskedLanguageWhyItIsNoDomain(String name, String why) {
    TestOrganization organization = TestOrganization.ready();

    Response claim =
        organization
            .asMember()
            .header("Accept-Language", "de")
            .body(organization.claimOf(name))
            .post("/v1/domains");

    assertThat(claim.header("Content-Language")).isEqualTo("de");
    assertThat(claim.<String>path("title")).isEqualTo("Kein Domainname");
    assertThat(claim.<String>path("detail")).isEqualTo(why);
  }

  @Test
  void refusesANameThatLeavesNoRoomForTheChallenge() {
    String label = "a".repeat(60) + ".";

    Response claim = TestOrganization.ready().claim(label.repeat(4) + "example");

    assertThat(claim.<String>path("code")).isEqualTo("domain_invalid");
  }

  @Test
  void refusesTheSameNameTwiceForOneOrganizationHoweverItIsSpelled() {
    TestOrganization organization = TestOrganization.ready();
    String name = "bücher-" + TestOrganization.freshName();
    organization.claimed(name);

    Response again = organization.claim(name.toUpperCase(Locale.ROOT) + ".");

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.<String>path("code")).isEqualTo("domain_already_claimed");
  }

  @Test
  void anyNumberOfOrganizationsMayHaveANamePendingWithTokensOfTheirOwn() {
    String name = TestOrganization.freshName();

    Claimed one = TestOrganization.ready().claimed(name);
    Claimed other = TestOrganization.ready().claimed(name);

    assertThat(one.value()).isNotEqualTo(other.value());
  }

  @Test
  void repeatsTheAnswerForAnIdempotencyKey() {
    TestOrganization organization = TestOrganization.ready();
    String body = organization.claimOf(TestOrganization.freshName());

    Response first =
        organization.asMember().header("Idempotency-Key", "k1").body(body).post("/v1/domains");
    Response second =
        organization.asMember().header("Idempotency-Key", "k1").body(body).post("/v1/domains");
    Response other =
        organization
            .asMember()
            .header("Idempotency-Key", "k1")
            .body(organization.claimOf(TestOrganization.freshName()))
            .post("/v1/domains");

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
    assertThat(second.<String>path("challenge.value")).isEqualTo(first.path("challenge.value"));
    assertThat(other.<String>path("code")).isEqualTo("idempotency_key_reused");
  }

  @Test
  void listsInPagesOldestFirst() {
    TestOrganization organization = TestOrganization.ready();
    List<String> ids =
        List.of(
            organization.claimed(TestOrganization.freshName()).id(),
            organization.claimed(TestOrganization.freshName()).id(),
            organization.claimed(TestOrganization.freshName()).id());

    Response first = list(organization, null);
    Response second = list(organization, first.path("next"));

    assertThat(first.<List<String>>path("items.id")).isEqualTo(ids.subList(0, 2));
    assertThat(second.<List<String>>path("items.id")).isEqualTo(ids.subList(2, 3));
    assertThat(second.<Object>path("next")).isNull();
  }

  private static Response list(TestOrganization organization, @Nullable String cursor) {
    var request =
        organization
            .asMember()
            .queryParam("organization", organization.id())
            .queryParam("limit", 2);
    return (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/domains");
  }

  @Test
  void removedDomainsAreGoneAndMayBeClaimedAgain() {
    TestOrganization organization = TestOrganization.ready();
    Claimed claimed = organization.claimed(TestOrganization.freshName());

    assertThat(claimed.remove().statusCode()).isEqualTo(204);

    assertThat(claimed.read().statusCode()).isEqualTo(404);
    assertThat(claimed.remove().statusCode()).isEqualTo(404);
    assertThat(claimed.look().statusCode()).isEqualTo(404);
    assertThat(list(organization, null).<List<String>>path("items.id")).isEmpty();
    assertThat(organization.claimed(claimed.name()).value()).isNotEqualTo(claimed.value());
  }

  @Test
  void malformedIdsAreTheCallersMistake() {
    TestOrganization organization = TestOrganization.ready();

    assertThat(organization.asMember().get("/v1/domains/org_abc").<String>path("code"))
        .isEqualTo("malformed_id");
    assertThat(organization.asMember().get("/v1/domains").<String>path("code"))
        .isEqualTo("invalid_request");
  }
}
