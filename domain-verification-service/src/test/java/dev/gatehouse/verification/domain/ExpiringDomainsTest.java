package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.DnsOfTheTest;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.ServiceClock;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

@RunningService
class ExpiringDomainsTest {

  @AfterEach
  void resetClock() {
    ServiceClock.reset();
  }

  @Test
  void whatIsNotProvenInFourteenDaysExpires() {
    Claimed claimed = TestOrganization.ready().claimed(TestOrganization.freshName());

    ServiceClock.ahead("P13DT23H");
    Response before = claimed.awaitOutcome("not_published");
    ServiceClock.ahead("P14D");
    Response after = claimed.awaitStatus("expired");

    assertThat(before.<String>path("status")).isEqualTo("pending");
    assertThat(after.<Object>path("challenge")).isNull();
    assertThat(after.<Object>path("nextCheckAt")).isNull();
  }

  @Test
  void anExpiredTokenProvesNothingEvenIfItIsThere() {
    Claimed claimed = TestOrganization.ready().claimed(TestOrganization.freshName());
    DnsOfTheTest.DNS.fail(claimed.host(), Rcode.SERVFAIL);
    claimed.awaitOutcome("lookup_failed");
    ServiceClock.ahead("P15D");
    DnsOfTheTest.DNS.clear(claimed.host());
    claimed.publish();

    assertThat(claimed.awaitStatus("expired").<Object>path("ownership")).isNull();
  }

  @Test
  void anExpiredNameIsClaimedAfreshWithANewToken() {
    Claimed claimed = TestOrganization.ready().claimed(TestOrganization.freshName());
    ServiceClock.ahead("P14D");
    claimed.awaitStatus("expired");

    Claimed again = claimed.organization().claimed(claimed.name());

    assertThat(again.value()).isNotEqualTo(claimed.value());
    assertThat(claimed.read().statusCode()).isEqualTo(404);
    List<String> listed =
        claimed
            .organization()
            .asMember()
            .queryParam("organization", claimed.organization().id())
            .get("/v1/domains")
            .path("items.id");
    assertThat(listed).containsExactly(again.id());
  }
}
