package dev.gatehouse.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/**
 * The attack: claim a name whose owner proves it to another organization, and wait for that
 * organization's record to prove one's own claim.
 */
@RunningService
class ForeignTokenTest {

  @Test
  void theTokenOfAnotherOrganizationProvesNothing() {
    String name = TestOrganization.freshName();
    Claimed owner = TestOrganization.ready().claimed(name);
    Claimed attacker = TestOrganization.ready().claimed(name);
    owner.publish();

    Response seen = attacker.look();

    assertThat(seen.<String>path("status")).isEqualTo("pending");
    assertThat(seen.<String>path("lastCheck.outcome")).isEqualTo("different_value");
    owner.awaitStatus("verified");
    attacker.awaitOutcome("different_value");
  }

  @Test
  void theTokenOfAnEarlierClaimProvesNothing() {
    TestOrganization organization = TestOrganization.ready();
    Claimed earlier = organization.claimed(TestOrganization.freshName());
    earlier.publish();
    earlier.awaitStatus("verified");
    earlier.remove();

    Claimed again = organization.claimed(earlier.name());

    assertThat(again.awaitOutcome("different_value").<String>path("status")).isEqualTo("pending");
  }

  @Test
  void provingASubdomainDoesNotProveTheDomain() {
    TestOrganization organization = TestOrganization.ready();
    String name = TestOrganization.freshName();
    Claimed domain = organization.claimed(name);
    Claimed below = organization.claimed("eng." + name);
    below.publish();
    below.awaitStatus("verified");

    assertThat(domain.look().<String>path("status")).isEqualTo("pending");
  }
}
