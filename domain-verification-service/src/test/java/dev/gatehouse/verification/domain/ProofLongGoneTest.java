package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.DnsOfTheTest;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.ServiceClock;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

/**
 * The attack: a domain was proven once, then it was given up, and somebody else has it now. Whoever
 * held it must not keep signing in whom the new owner hires.
 */
@RunningService
class ProofLongGoneTest {

  private Claimed proven;
  private int day;

  @BeforeEach
  void prove() {
    proven = TestOrganization.ready().claimed(TestOrganization.freshName());
    proven.publish();
    proven.awaitStatus("verified");
  }

  @AfterEach
  void resetClock() {
    ServiceClock.reset();
  }

  /** The look that the server takes by itself when so many days are over. */
  private Response daysLater(int days) {
    String before = proven.read().path("lastCheck.at");
    day += days;
    ServiceClock.ahead("P" + day + "D");
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(proven::read, seen -> !before.equals(seen.path("lastCheck.at")));
  }

  private Response dayAfterDay(int days) {
    Response last = proven.read();
    for (int i = 0; i < days; i++) {
      last = daysLater(1);
    }
    return last;
  }

  private void takeTheRecordAway() {
    DnsOfTheTest.DNS.clear(proven.host());
  }

  private static List<Topic.Seen> eventsOf(Claimed claimed, int count) {
    return await()
        .until(
            () ->
                Topic.of("gatehouse.domains").events().stream()
                    .filter(event -> event.key().equals(claimed.id()))
                    .toList(),
            events -> events.size() >= count);
  }

  @Test
  void aRecordThatStaysIsLookedAtEveryDayAndChangesNothing() {
    long version = proven.read().<Integer>path("version");

    Response after = dayAfterDay(4);

    assertThat(after.<String>path("status")).isEqualTo("verified");
    assertThat(after.<String>path("lastCheck.outcome")).isEqualTo("proven");
    assertThat(after.<Object>path("missingSince")).isNull();
    assertThat(after.<Integer>path("version").longValue()).isEqualTo(version);
  }

  @Test
  void isTakenBackAfterThreeDaysAndTheGraceAndIsToldEachTime() {
    takeTheRecordAway();

    Response second = dayAfterDay(2);
    assertThat(second.<String>path("status")).isEqualTo("verified");
    assertThat(second.<String>path("missingSince")).isNotNull();

    Response lapsing = daysLater(1);
    assertThat(lapsing.<String>path("status")).isEqualTo("lapsing");
    assertThat(lapsing.<String>path("challenge.host")).isEqualTo(proven.host());
    assertThat(lapsing.<String>path("challenge.value")).isEqualTo(proven.value());
    assertThat(lapsing.<Object>path("challenge.expiresAt")).isNull();
    assertThat(lapsing.<String>path("missingSince")).isEqualTo(second.<String>path("missingSince"));
    Instant lapsesAt = Instant.parse(lapsing.path("lapsesAt"));
    assertThat(lapsesAt)
        .isEqualTo(Instant.parse(lapsing.path("lastCheck.at")).plus(Duration.ofDays(14)));

    assertThat(daysLater(13).<String>path("status")).isEqualTo("lapsing");
    Response lapsed = daysLater(2);
    assertThat(lapsed.<String>path("status")).isEqualTo("lapsed");
    assertThat(lapsed.<Object>path("lapsesAt")).isNull();
    assertThat(lapsed.<String>path("challenge.value")).isEqualTo(proven.value());

    List<Topic.Seen> events = eventsOf(proven, 4);
    assertThat(events)
        .extracting(Topic.Seen::event)
        .containsExactly("DomainClaimed", "DomainVerified", "DomainLapsing", "DomainLapsed");
    assertThat(events)
        .allSatisfy(
            event -> assertThat(EventContracts.violations("domain", event.data())).isEmpty());
    assertThat(events.get(2).data()).contains(lapsesAt.toString());
  }

  @Test
  void noAnswerNeverCountsHoweverLongItLasts() {
    DnsOfTheTest.DNS.fail(proven.host(), Rcode.SERVFAIL);
    Response failing = dayAfterDay(4);
    assertThat(failing.<String>path("lastCheck.outcome")).isEqualTo("lookup_failed");
    assertThat(failing.<String>path("status")).isEqualTo("verified");
    assertThat(failing.<Object>path("missingSince")).isNull();

    takeTheRecordAway();
    assertThat(dayAfterDay(3).<String>path("status")).isEqualTo("lapsing");

    DnsOfTheTest.DNS.ignore(proven.host());
    Response silent = daysLater(16);
    assertThat(silent.<String>path("lastCheck.outcome")).isEqualTo("lookup_failed");
    assertThat(silent.<String>path("status")).isEqualTo("lapsing");

    takeTheRecordAway();
    assertThat(daysLater(1).<String>path("status")).isEqualTo("lapsed");
  }

  @Test
  void theRecordComingBackEndsIt() {
    takeTheRecordAway();
    assertThat(dayAfterDay(2).<String>path("missingSince")).isNotNull();
    proven.publish();
    assertThat(daysLater(1).<Object>path("missingSince")).isNull();

    takeTheRecordAway();
    assertThat(dayAfterDay(2).<String>path("status")).isEqualTo("verified");
    assertThat(dayAfterDay(1).<String>path("status")).isEqualTo("lapsing");

    proven.publish();
    Response back = proven.look();
    assertThat(back.<String>path("status")).isEqualTo("verified");
    assertThat(back.<Object>path("lapsesAt")).isNull();
    assertThat(back.<Object>path("challenge")).isNull();
    assertThat(back.<Integer>path("ownership")).isEqualTo(1);
    assertThat(eventsOf(proven, 4))
        .extracting(Topic.Seen::event)
        .containsExactly("DomainClaimed", "DomainVerified", "DomainLapsing", "DomainVerified");
  }

  @Test
  void theNewOwnerOfALapsedNameGetsItAndNotBefore() {
    takeTheRecordAway();
    assertThat(dayAfterDay(3).<String>path("status")).isEqualTo("lapsing");
    Claimed early = TestOrganization.ready().claimed(proven.name());
    early.publish();
    early.awaitOutcome("owned_elsewhere");
    early.remove();

    assertThat(daysLater(15).<String>path("status")).isEqualTo("lapsed");
    Claimed owner = TestOrganization.ready().claimed(proven.name());
    owner.publish();

    assertThat(owner.awaitStatus("verified").<Integer>path("ownership")).isEqualTo(2);
    assertThat(proven.read().statusCode()).isEqualTo(404);
    assertThat(eventsOf(proven, 5).getLast().event()).isEqualTo("DomainRemoved");
  }

  @Test
  void anOperatorsWordIsNeitherLookedAtNorTakenBackAndReplacesAMissingRecord() {
    takeTheRecordAway();
    assertThat(dayAfterDay(3).<String>path("status")).isEqualTo("lapsing");

    Response vouched =
        TestOrganization.asOperator()
            .body("{\"reason\": \"Seen the registration\"}")
            .post("/v1/domains/" + proven.id() + "/verification");

    assertThat(vouched.statusCode()).isEqualTo(200);
    assertThat(vouched.<String>path("status")).isEqualTo("verified");
    assertThat(vouched.<String>path("verifiedBy")).isEqualTo("operator");
    assertThat(vouched.<Object>path("missingSince")).isNull();
    assertThat(vouched.<Object>path("nextCheckAt")).isNull();
  }
}
