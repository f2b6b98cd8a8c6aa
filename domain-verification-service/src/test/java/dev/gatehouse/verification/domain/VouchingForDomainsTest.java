package dev.gatehouse.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.Topic;
import dev.gatehouse.verification.running.Claimed;
import dev.gatehouse.verification.running.RunningService;
import dev.gatehouse.verification.running.TestOrganization;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@RunningService
class VouchingForDomainsTest {

  private static Response vouch(Claimed claimed, String reason) {
    return TestOrganization.asOperator()
        .body("{\"reason\": \"" + reason + "\"}")
        .post("/v1/domains/" + claimed.id() + "/verification");
  }

  @Test
  void anOperatorVerifiesByHandAndTheDomainSaysSo() {
    Claimed claimed = TestOrganization.ready().claimed(TestOrganization.freshName());

    Response vouched = vouch(claimed, "Contract 4711");

    assertThat(vouched.statusCode()).isEqualTo(200);
    assertThat(vouched.<String>path("status")).isEqualTo("verified");
    assertThat(vouched.<String>path("verifiedBy")).isEqualTo("operator");
    Awaitility.await()
        .until(() ->
            Topic.of("gatehouse.audit").events().stream()
                .anyMatch(record ->
                    record.data().contains(claimed.id())
                        && record.data().contains("domain.verified")
                        && record.data().contains("Contract 4711")));
  }

  @Test
  void aReasonIsNeeded() {
    Claimed claimed = TestOrganization.ready().claimed(TestOrganization.freshName());

    assertThat(vouch(claimed, " ").statusCode()).isEqualTo(400);
  }

  @Test
  void notEvenAnOperatorMakesTwoHolders() {
    Claimed holder = TestOrganization.ready().claimed(TestOrganization.freshName());
    Claimed other = TestOrganization.ready().claimed(holder.name());
    vouch(holder, "Contract 4711");

    Response refused = vouch(other, "Contract 4712");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("code")).isEqualTo("domain_owned_elsewhere");
    assertThat(other.read().<String>path("status")).isEqualTo("pending");
  }

  @Test
  void whatIsVerifiedAlreadyIsNotPending() {
    Claimed claimed = TestOrganization.ready().claimed(TestOrganization.freshName());
    vouch(claimed, "Contract 4711");

    assertThat(vouch(claimed, "again").<String>path("code")).isEqualTo("domain_not_pending");
  }
}
