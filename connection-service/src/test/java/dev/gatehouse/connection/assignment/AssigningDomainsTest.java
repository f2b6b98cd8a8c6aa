package dev.gatehouse.connection.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestDomain;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.sealing.Seal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class AssigningDomainsTest {

  @Inject
  @Named("test-runs")
  Seal testRuns;

  private TestOrganization acme;
  private Admin admin;
  private String connection;

  @BeforeEach
  void anOrganizationSetsUpItsConnection() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    connection = admin.create(acme, "okta");
  }

  @Test
  void aDomainClaimedAMomentAgoIsAwaitedAndAssigned() {
    TestDomain domain = TestDomain.pending(acme);

    admin.assign(connection, domain);

    assertThat(admin.read(connection).<String>getList("domains")).containsExactly(domain.id());
    assertThat(admin.read(connection).<String>getList("missing")).contains("domain_verification");
  }

  @Test
  void refusesAnotherOrganizationsDomainAndOneThatNobodyHas() {
    TestDomain theirs = TestDomain.verified(TestOrganization.selfServing());

    Response answer = assign(connection, theirs.id());
    refused(answer, 422, "domain_unknown");
    assertThat(answer.<List<String>>path("domains")).containsExactly(theirs.id());
    refused(assign(connection, "dom_aaaaaaaaaaaaaaaaaaaaaaaaaa"), 422, "domain_unknown");
    refused(assign(connection, "acme.example"), 400, "malformed_id");
  }

  @Test
  void aDomainBelongsToOneConnectionAndARefusalChangesNothing() {
    TestDomain taken = TestDomain.verified(acme);
    TestDomain free = TestDomain.verified(acme);
    admin.assign(admin.create(acme, "custom-saml"), taken);

    Response answer = assign(connection, free.id(), taken.id());

    refused(answer, 409, "domain_assigned_elsewhere");
    assertThat(answer.<List<String>>path("domains")).containsExactly(taken.id());
    assertThat(admin.read(connection).<String>getList("domains")).isEmpty();
  }

  @Test
  void ofManyConnectionsThatWantADomainAtOnceTheDatabaseChoosesOne() {
    TestDomain domain = TestDomain.verified(acme);
    List<String> rivals = IntStream.range(0, 4).mapToObj(i -> admin.create(acme, "okta")).toList();

    List<Integer> answers =
        rivals.stream()
            .map(rival -> CompletableFuture.supplyAsync(() -> assign(rival, domain.id())))
            .toList()
            .stream()
            .map(attempt -> attempt.join().statusCode())
            .sorted()
            .toList();

    assertThat(answers).containsExactly(200, 409, 409, 409);
  }

  @Test
  void onALiveConnectionAChangeIsShownBeforeItIsMade() {
    TestDomain first = TestDomain.verified(acme);
    TestDomain second = TestDomain.verified(acme);
    goLive(first);

    refused(
        assign(connection, first.id(), TestDomain.pending(acme).id()), 409, "domain_not_verified");
    Response preview = assign(connection, second.id());
    refused(preview, 409, "domain_change_confirmation_required");
    assertThat(preview.<List<String>>path("added")).containsExactly(second.id());
    assertThat(preview.<List<String>>path("removed")).containsExactly(first.id());
    Response confirmed =
        admin.put(connection, "domains", Map.of("domains", List.of(second.id()), "confirm", true));

    assertThat(confirmed.<List<String>>path("domains")).containsExactly(second.id());
    assertThat(confirmed.<String>path("status")).isEqualTo("active");
  }

  @Test
  void aRemovedDomainLeavesItsConnection() {
    TestDomain domain = TestDomain.verified(acme);
    admin.assign(connection, domain);

    domain.publish("DomainRemoved", "removed", 3);

    await()
        .untilAsserted(
            () -> assertThat(admin.read(connection).<String>getList("domains")).isEmpty());
  }

  @Test
  void newsThatComesTwiceOrInReverseDoesNoHarm() {
    TestDomain domain = TestDomain.verified(acme);
    admin.assign(connection, domain);
    assertThat(admin.read(connection).<String>getList("missing"))
        .doesNotContain("domain_verification");

    domain.publish("DomainLapsed", "lapsed", 5);
    domain.publish("DomainLapsed", "lapsed", 5);
    domain.publish("DomainRemoved", "removed", 3);
    domain.publish("DomainVerified", "verified", 4);
    TestDomain later = TestDomain.verified(acme);
    later.publish("DomainLapsed", "lapsed", 1);

    await()
        .untilAsserted(() ->
            assertThat(admin.read(connection).<String>getList("missing"))
                .contains("domain_verification"));
    assertThat(admin.read(connection).<String>getList("domains")).containsExactly(domain.id());
    admin.assign(connection, later);
    assertThat(admin.read(connection).<String>getList("missing"))
        .doesNotContain("domain_verification");
  }

  private void goLive(TestDomain domain) {
    String revision = admin.save(connection, TestIdp.named("idp"));
    admin.pass(connection, testRuns);
    admin.assign(connection, domain);
    assertThat(admin.activate(connection, revision).statusCode()).isEqualTo(200);
  }

  private Response assign(String to, String... domains) {
    return admin.put(to, "domains", Map.of("domains", Stream.of(domains).toList()));
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("code")).isEqualTo(code);
  }
}
