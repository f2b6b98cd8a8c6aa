package dev.gatehouse.verification.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.DnsOfTheTest;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.ServiceClock;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

/** The attack: one of our resolvers lies, because it is poisoned or serves a view of its own. */
@RunningService
class LyingResolverTest {

  private Claimed claimed;

  @BeforeEach
  void claim() {
    claimed = TestOrganization.ready().claimed(TestOrganization.freshName());
  }

  @AfterEach
  void resetClock() {
    ServiceClock.reset();
  }

  @Test
  void aRecordThatOnlyOneResolverSeesProvesNothing() {
    DnsOfTheTest.SECOND.txt(claimed.host(), claimed.value());

    Response disputed = claimed.awaitOutcome("resolvers_disagree");
    assertThat(disputed.<String>path("status")).isEqualTo("pending");

    claimed.publish();
    claimed.awaitStatus("verified");
  }

  @Test
  void aResolverThatDoesNotAnswerDoesNotAgree() {
    DnsOfTheTest.DNS.fail(claimed.host(), Rcode.SERVFAIL);
    DnsOfTheTest.SECOND.txt(claimed.host(), claimed.value());

    assertThat(claimed.awaitOutcome("lookup_failed").<String>path("status")).isEqualTo("pending");
  }

  @Test
  void aResolverThatDeniesARecordTakesNoDomainAway() {
    claimed.publish();
    claimed.awaitStatus("verified");
    DnsOfTheTest.SECOND.deny(claimed.host());

    for (int day = 1; day <= 4; day++) {
      String before = claimed.read().path("lastCheck.at");
      ServiceClock.ahead("P" + day + "D");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(claimed::read, seen -> !before.equals(seen.path("lastCheck.at")));
    }

    Response after = claimed.read();
    assertThat(after.<String>path("lastCheck.outcome")).isEqualTo("resolvers_disagree");
    assertThat(after.<String>path("status")).isEqualTo("verified");
    assertThat(after.<Object>path("missingSince")).isNull();
  }
}
