package dev.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Activation under every condition that must stop it. */
class RefusedActivationTest {

  private final Gatehouse gatehouse = Gatehouse.running();

  private static String draftRevision(SetUp setUp) {
    return setUp.admin.connection(setUp.connection).required("draft").required("id").asText();
  }

  private static void assertRefused(Http.Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void withoutAPassedTest() {
    SetUp setUp = SetUp.configured(gatehouse, "Untested");
    assertRefused(
        setUp.admin.activate(setUp.connection, draftRevision(setUp)), 409, "revision_not_tested");
  }

  @Test
  void onATestOfAnotherRevision() {
    SetUp setUp = SetUp.configured(gatehouse, "Changed");
    setUp.passTest();
    JsonNode changed =
        setUp.admin.configure(
            setUp.connection,
            Map.of(
                "metadataUrl", setUp.sandbox.idpMetadataUrl(),
                "options", Map.of("forceAuthn", true)));
    assertRefused(
        setUp.admin.activate(setUp.connection, changed.required("draft").required("id").asText()),
        409,
        "revision_not_tested");
  }

  @Test
  void withADomainThatIsNotVerified() {
    SetUp setUp = SetUp.configured(gatehouse, "Unproven");
    String revision = setUp.passTest();
    String pending = setUp.admin.claim("pending-unproven.example").required("id").asText();
    Wait.until(
        "the domain can be assigned",
        () -> setUp.admin.assign(setUp.connection, pending).status() == 200);
    assertRefused(setUp.admin.activate(setUp.connection, revision), 409, "domain_not_verified");
  }

  @Test
  void withTheSwitchOff() {
    SetUp setUp = SetUp.configured(gatehouse, "Switched");
    String revision = setUp.passTest();
    setUp.operator.forbidSelfServe(setUp.admin.organization);
    Wait.until(
        "the switch has arrived",
        () -> {
          Http.Answer answer = setUp.admin.activate(setUp.connection, revision);
          return answer.status() == 403 && answer.code().equals("self_serve_sso_disabled");
        });
  }

  @Test
  void withoutThePermission() {
    SetUp setUp = SetUp.configured(gatehouse, "Plain");
    String revision = setUp.passTest();
    String member =
        setUp
            .operator
            .addMember(setUp.admin.organization, "plain@" + setUp.emailDomain, "org:member")
            .required("id")
            .asText();
    Http.Answer answer =
        setUp
            .operator
            .embeddedAs(setUp.admin.organization, member)
            .put(
                setUp.admin.url("/v1/connections/" + setUp.connection + "/activation"),
                Map.of("revision", revision));
    assertRefused(answer, 403, "permission_denied");
  }

  @Test
  void aFailedTestSaysWhatToChangeAndDoesNotActivate() {
    SetUp setUp = SetUp.configured(gatehouse, "Failing");
    JsonNode run = setUp.runTest("tester@" + setUp.emailDomain, "wrong_audience");
    assertThat(run.required("status").asText()).isEqualTo("failed");
    assertThat(run.required("reasons").toString()).contains("audience_mismatch");
    assertRefused(
        setUp.admin.activate(setUp.connection, run.required("revision").asText()),
        409,
        "revision_not_tested");
  }
}
