package dev.gatehouse.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OidcReasonCodeTest {

  @Test
  void keepsItsStableNames() {
    assertThat(Stream.of(OidcReasonCode.values()).map(OidcReasonCode::code))
        .containsExactlyInAnyOrder(
            "oidc_discovery_failed",
            "oidc_issuer_mismatch",
            "oidc_state_mismatch",
            "oidc_nonce_mismatch",
            "oidc_token_request_failed",
            "oidc_client_rejected",
            "oidc_id_token_invalid",
            "oidc_id_token_expired",
            "oidc_audience_mismatch",
            "oidc_algorithm_refused",
            "oidc_signature_invalid",
            "oidc_key_unknown",
            "oidc_tenant_mismatch",
            "oidc_hosted_domain_mismatch",
            "oidc_userinfo_mismatch",
            "oidc_email_missing",
            "oidc_error_returned");
  }

  @Test
  void keepsReceivedValuesOutOfLogsAndControlCharactersOutOfReports() {
    var reason =
        OidcReason.of(OidcReasonCode.ERROR_RETURNED, "", "a\r\nSet-Cookie: x\u0000\u202eb\u2028c");

    assertThat(reason.received()).isEqualTo("a  Set-Cookie: x  b c");
    assertThat(reason.toString()).isEqualTo("oidc_error_returned");
    assertThat(Printable.of("x".repeat(5000))).hasSize(601);
  }
}
