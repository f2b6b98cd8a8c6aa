package dev.gatehouse.connection.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestDomain;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.sealing.Seal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ActivatingConnectionsTest {

  private static final TestIdp IDP = TestIdp.named("idp");

  @Inject
  @Named("test-runs")
  Seal testRuns;

  private TestOrganization acme;
  private Admin admin;

  @BeforeEach
  void anOrganizationSetsUpItsConnection() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
  }

  @Test
  void aTestedRevisionWithAVerifiedDomainGoesLiveAndEverybodyHearsOfItOnce() {
    String connection = ready();
    String revision = admin.read(connection).getString("draft.id");

    Response answer = admin.activate(connection, revision);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.<String>path("status")).isEqualTo("active");
    assertThat(answer.<String>path("live.id")).isEqualTo(revision);
    assertThat(answer.<String>path("draft")).isNull();
    assertThat(answer.<List<String>>path("missing")).isEmpty();
    assertThat(admin.activate(connection, revision).statusCode()).isEqualTo(200);
    await()
        .untilAsserted(() -> assertThat(published(connection, "ConnectionActivated")).hasSize(1));
    assertThat(published(connection, "ConnectionActivated"))
        .allSatisfy(data -> assertThat(EventContracts.violations("connection", data)).isEmpty());
    assertThat(audited(connection)).contains("connection.activated");
  }

  @Test
  void refusesARevisionWithoutAPassedTest() {
    String connection = admin.create(acme, "okta");
    String revision = admin.save(connection, IDP);
    admin.assign(connection, TestDomain.verified(acme));

    refused(admin.activate(connection, revision), 409, "revision_not_tested");
  }

  @Test
  void refusesOnTheTestOfAnotherRevision() {
    String connection = ready();
    String untested = admin.save(connection, IDP);

    refused(admin.activate(connection, untested), 409, "revision_not_tested");
  }

  @Test
  void refusesWithAPendingOrLapsedDomainOrNone() {
    String connection = admin.create(acme, "okta");
    String revision = admin.save(connection, IDP);
    admin.pass(connection, testRuns);
    refused(admin.activate(connection, revision), 409, "domain_not_verified");

    TestDomain pending = TestDomain.pending(acme);
    admin.assign(connection, TestDomain.verified(acme), pending);
    Response answer = admin.activate(connection, revision);
    refused(answer, 409, "domain_not_verified");
    assertThat(answer.<List<String>>path("domains")).containsExactly(pending.id());

    admin.assign(connection, TestDomain.lapsed(acme));
    refused(admin.activate(connection, revision), 409, "domain_not_verified");
  }

  @Test
  void aLapsingDomainStillCounts() {
    String connection = admin.create(acme, "okta");
    String revision = admin.save(connection, IDP);
    admin.pass(connection, testRuns);
    admin.assign(connection, TestDomain.lapsing(acme));

    assertThat(admin.activate(connection, revision).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWithTheSwitchOffOperatorsIncluded() {
    String connection = ready();
    String revision = admin.read(connection).getString("draft.id");
    acme.switchSelfServe(false);
    await()
        .untilAsserted(
            () -> refused(admin.activate(connection, revision), 403, "self_serve_sso_disabled"));

    refused(Admin.operator().activate(connection, revision), 403, "self_serve_sso_disabled");
  }

  @Test
  void refusesWithoutATrustedKey() {
    String connection = ready();
    String revision = admin.read(connection).getString("draft.id");
    admin
        .asking()
        .body(Map.of("trust", "revoked"))
        .patch("/v1/connections/" + connection + "/idp-keys/" + IDP.fingerprint())
        .then()
        .statusCode(200);

    refused(admin.activate(connection, revision), 409, "no_trusted_key");
  }

  @Test
  void refusesWhatIsNoRevisionOfThisConnectionAndWhatIsNotComplete() {
    String connection = admin.create(acme, "okta");
    String other = admin.save(admin.create(acme, "okta"), IDP);

    refused(admin.activate(connection, other), 422, "revision_unknown");
    Response incomplete =
        admin.asking().body(Map.of()).put("/v1/connections/" + connection + "/activation");
    refused(incomplete, 409, "connection_incomplete");
    assertThat(incomplete.<List<String>>path("missing")).contains("configuration");
  }

  @Test
  void refusesAMemberWithoutThePermissionAndAStrangerLearnsNothing() {
    String connection = ready();
    String revision = admin.read(connection).getString("draft.id");
    Admin stranger = Admin.of(TestOrganization.selfServing());

    refused(stranger.activate(connection, revision), 404, "not_found");
  }

  @Test
  void anEarlierRevisionCanBeActivatedAgain() {
    String connection = active();
    String first = admin.read(connection).getString("live.id");
    String second = admin.save(connection, IDP);
    admin.pass(connection, testRuns);
    assertThat(admin.activate(connection, second).statusCode()).isEqualTo(200);

    Response back = admin.activate(connection, first);

    assertThat(back.<String>path("live.id")).isEqualTo(first);
  }

  @Test
  void aChangeOfIssuerMustBeConfirmed() {
    String connection = active();
    TestIdp other = TestIdp.named("other");
    String revision = admin.save(connection, other);
    admin.pass(connection, testRuns);

    Response asked = admin.activate(connection, revision);
    refused(asked, 409, "relink_confirmation_required");
    assertThat(asked.<Boolean>path("issuerChanges")).isTrue();
    assertThat(asked.jsonPath().getMap("$")).containsKey("people").containsEntry("people", null);
    Response confirmed =
        admin
            .asking()
            .body(Map.of("revision", revision, "confirmRelink", true))
            .put("/v1/connections/" + connection + "/activation");

    assertThat(confirmed.statusCode()).isEqualTo(200);
  }

  @Test
  void deactivatingPutsWhatWasLiveBackIntoTheDraft() {
    String connection = active();
    String revision = admin.read(connection).getString("live.id");

    Response answer = admin.asking().delete("/v1/connections/" + connection + "/activation");

    assertThat(answer.<String>path("status")).isEqualTo("inactive");
    assertThat(answer.<String>path("draft.id")).isEqualTo(revision);
    assertThat(answer.<String>path("live")).isNull();
    admin.asking().delete("/v1/connections/" + connection + "/activation").then().statusCode(200);
    await()
        .untilAsserted(() -> assertThat(published(connection, "ConnectionDeactivated")).hasSize(1));
    List<Topic.Seen> all =
        Topic.of("gatehouse.connections").events().stream()
            .filter(seen -> seen.key().equals(connection))
            .toList();
    assertThat(all)
        .allSatisfy(
            seen -> assertThat(EventContracts.violations("connection", seen.data())).isEmpty());
    assertThat(all.stream().map(seen -> JsonPath.from(seen.data()).getLong("version")))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void aDeactivatedConnectionSaysSinceWhenAndByWhomUntilItIsLiveAgain() {
    String connection = active();
    assertThat(admin.read(connection).getMap("deactivated")).isNull();
    Instant before = Instant.now();

    admin.asking().delete("/v1/connections/" + connection + "/activation").then().statusCode(200);

    JsonPath off = admin.read(connection);
    assertThat(off.getString("deactivated.by")).startsWith("member:mem_");
    assertThat(Instant.parse(off.getString("deactivated.at")))
        .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
    admin.activate(connection, off.getString("draft.id"));
    assertThat(admin.read(connection).getMap("deactivated")).isNull();
  }

  @Test
  void operatorsDeactivateEvenWithTheSwitchOff() {
    String connection = active();
    acme.switchSelfServe(false);
    await()
        .untilAsserted(() ->
            refused(
                admin.asking().delete("/v1/connections/" + connection + "/activation"),
                403,
                "self_serve_sso_disabled"));

    Response answer =
        Admin.operator().asking().delete("/v1/connections/" + connection + "/activation");

    assertThat(answer.<String>path("status")).isEqualTo("inactive");
    assertThat(answer.<String>path("deactivated.by")).startsWith("operator:");
  }

  @Test
  void twoActivationsAtATimeHappenOneAfterTheOther() {
    String connection = ready();
    String revision = admin.read(connection).getString("draft.id");

    List<CompletableFuture<Response>> attempts =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> admin.activate(connection, revision)))
            .limit(8)
            .toList();

    assertThat(attempts)
        .allSatisfy(attempt -> assertThat(attempt.join().statusCode()).isEqualTo(200));
    assertThat(attempts.stream().map(one -> one.join().header("ETag")).distinct()).hasSize(1);
    await()
        .untilAsserted(() -> assertThat(published(connection, "ConnectionActivated")).hasSize(1));
  }

  private String ready() {
    String connection = admin.create(acme, "okta");
    admin.save(connection, IDP);
    admin.pass(connection, testRuns);
    admin.assign(connection, TestDomain.verified(acme));
    return connection;
  }

  private String active() {
    String connection = ready();
    admin.activate(connection, admin.read(connection).getString("draft.id"));
    return connection;
  }

  private static List<String> published(String connection, String event) {
    return Topic.of("gatehouse.connections").events().stream()
        .filter(seen -> seen.key().equals(connection) && seen.event().equals(event))
        .map(Topic.Seen::data)
        .toList();
  }

  private static String audited(String connection) {
    return String.join(
        "\n",
        Topic.of("gatehouse.audit").events().stream()
            .map(Topic.Seen::data)
            .filter(data -> data.contains(connection))
            .toList());
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("code")).isEqualTo(code);
  }
}
