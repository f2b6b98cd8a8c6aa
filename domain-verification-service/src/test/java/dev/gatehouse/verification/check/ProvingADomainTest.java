package dev.gatehouse.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.DnsOfTheTest;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

@RunningService
class ProvingADomainTest {

  private Claimed claimed;

  @BeforeEach
  void claim() {
    claimed = TestOrganization.ready().claimed(TestOrganization.freshName());
  }

  @Test
  void aPublishedRecordIsFoundWithoutAnyoneAsking() {
    claimed.publish();

    Response verified = claimed.awaitStatus("verified");

    assertThat(verified.<Integer>path("ownership")).isEqualTo(1);
    assertThat(verified.<String>path("verifiedBy")).isEqualTo("dns");
    assertThat(verified.<String>path("verifiedAt")).isNotNull();
    assertThat(verified.<String>path("lastCheck.outcome")).isEqualTo("proven");
    assertThat(verified.<Object>path("challenge")).isNull();
    assertThat(verified.<String>path("nextCheckAt")).isNotNull();
  }

  @Test
  void aRecordPublishedLaterIsFoundToo() {
    claimed.awaitOutcome("not_published");
    claimed.publish();

    claimed.awaitStatus("verified");
  }

  @Test
  void aRecordThatUdpTruncatesIsFound() {
    for (int i = 0; i < 30; i++) {
      DnsOfTheTest.DNS.txt(claimed.host(), "other record " + i + " " + "x".repeat(100));
    }
    claimed.publish();

    claimed.awaitStatus("verified");
  }

  @Test
  void aRecordInTwoStringsIsFound() {
    DnsOfTheTest.DNS.txt(
        claimed.host(), claimed.value().substring(0, 20), claimed.value().substring(20));

    claimed.awaitStatus("verified");
  }

  @Test
  void aRecordWithCapitalsInTheHostIsFoundBecauseDnsIgnoresThem() {
    TestOrganization other = TestOrganization.ready();
    Claimed loud =
        other.claimed("ACME-" + TestOrganization.freshName().toUpperCase(Locale.ROOT) + ".");
    loud.publish();

    loud.awaitStatus("verified");
  }

  @Test
  void lookingNowFindsIt() {
    claimed.publish();

    Response looked = claimed.look();

    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.<String>path("status")).isEqualTo("verified");
  }

  @Test
  void lookingAgainAtOnceIsRefused() {
    claimed.look();

    Response again = claimed.look();

    assertThat(again.statusCode()).isEqualTo(429);
    assertThat(again.<String>path("code")).isEqualTo("checked_just_now");
    assertThat(Integer.parseInt(again.header("Retry-After"))).isBetween(1, 10);
  }

  @Test
  void lookingAtAVerifiedDomainIsRefused() {
    claimed.publish();
    claimed.awaitStatus("verified");

    assertThat(claimed.look().<String>path("code")).isEqualTo("domain_not_pending");
  }

  @Test
  void anotherValueIsExplained() {
    DnsOfTheTest.DNS.txt(claimed.host(), "v=spf1 -all");

    Response looked = claimed.look();

    assertThat(looked.<String>path("lastCheck.outcome")).isEqualTo("different_value");
    assertThat(looked.<Map<String, String>>path("lastCheck.found[0]"))
        .isEqualTo(Map.of("host", claimed.host(), "value", "v=spf1 -all"));
  }

  @Test
  void theDoubledNameIsExplained() {
    DnsOfTheTest.DNS.txt(claimed.host() + "." + claimed.name(), claimed.value());

    Response looked = claimed.look();

    assertThat(looked.<String>path("lastCheck.outcome")).isEqualTo("doubled_name");
    assertThat(looked.<String>path("lastCheck.explanation")).contains("appended");
    assertThat(looked.<String>path("status")).isEqualTo("pending");
  }

  @Test
  void anAliasThatHidesTheRecordIsExplained() {
    DnsOfTheTest.DNS.cname(claimed.host(), "acme.old-vendor.example");

    Response looked = claimed.look();

    assertThat(looked.<String>path("lastCheck.outcome")).isEqualTo("aliased");
    assertThat(looked.<String>path("lastCheck.explanation"))
        .contains("alias (CNAME) of acme.old-vendor.example");
    assertThat(looked.<Map<String, String>>path("lastCheck.found[0]"))
        .isEqualTo(Map.of("host", claimed.host(), "value", "CNAME acme.old-vendor.example"));
  }

  @Test
  void aChallengeThatIsDelegatedByAnAliasIsMet() {
    DnsOfTheTest.DNS.cname(claimed.host(), "delegated-" + claimed.name());
    DnsOfTheTest.DNS.txt("delegated-" + claimed.name(), claimed.value());

    assertThat(claimed.look().<String>path("status")).isEqualTo("verified");
  }

  @Test
  void theApexIsExplained() {
    DnsOfTheTest.DNS.txt(claimed.name(), "v=spf1 -all");
    DnsOfTheTest.DNS.txt(claimed.name(), claimed.value());

    assertThat(claimed.look().<String>path("lastCheck.outcome")).isEqualTo("at_apex");
  }

  @Test
  void servfailAndSilenceAreFailedLookUpsAndNothingElse() {
    DnsOfTheTest.DNS.fail(claimed.host(), Rcode.SERVFAIL);
    Response failed = claimed.look();
    assertThat(failed.<String>path("lastCheck.outcome")).isEqualTo("lookup_failed");
    assertThat(failed.<String>path("lastCheck.explanation")).contains("SERVFAIL");

    DnsOfTheTest.DNS.clear(claimed.host());
    claimed.awaitOutcome("not_published");
    DnsOfTheTest.DNS.ignore(claimed.host());
    claimed.awaitOutcome("lookup_failed");
  }

  @Test
  void theDnsProviderIsTold() {
    TestOrganization organization = TestOrganization.ready();
    String name = TestOrganization.freshName();
    DnsOfTheTest.DNS.ns(name, "ns-1.awsdns-01.org");

    Response claim = organization.claim("eng." + name);

    assertThat(claim.<String>path("dnsProvider.key")).isEqualTo("route53");
    assertThat(claim.<String>path("dnsProvider.hostForm")).isEqualTo("relative");
    assertThat(claim.<String>path("dnsProvider.host")).isEqualTo("_gatehouse-challenge.eng");
    assertThat(claim.<String>path("dnsProvider.value")).startsWith("\"").endsWith("\"");
  }

  @Test
  void theBacklogIsMeasured() {
    assertThat(RestAssured.get("/q/metrics").asString()).contains("gatehouse_domains_due");
  }
}
