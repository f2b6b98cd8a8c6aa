package dev.gatehouse.oidc.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.oidc.OidcReason;
import dev.gatehouse.oidc.OidcReasonCode;
import dev.gatehouse.oidc.fixtures.TestProvider;
import java.util.List;
import java.util.function.UnaryOperator;

/** Shorter words for judging a token in a test. */
final class Judged {

  private Judged() {}

  static IdTokenExpectations.Builder expected() {
    return IdTokenExpectations.builder(
        TestProvider.ISSUER, TestProvider.CLIENT, TestProvider.NONCE, List.of());
  }

  static IdTokenVerdict judge(String token) {
    return judge(token, expected().build());
  }

  static IdTokenVerdict judge(String token, IdTokenExpectations expected) {
    return IdTokenJudge.judge(token, expected, TestProvider.published(), TestProvider.NOW);
  }

  static IdTokenVerdict judge(String token, JWKSet keys) {
    return IdTokenJudge.judge(token, expected().build(), keys, TestProvider.NOW);
  }

  static List<OidcReasonCode> codes(IdTokenVerdict verdict) {
    assertThat(verdict).isInstanceOf(IdTokenVerdict.Rejected.class);
    return ((IdTokenVerdict.Rejected) verdict).reasons().stream().map(OidcReason::code).toList();
  }

  /** The provider signed it, and still it is refused, for just this reason. */
  static void refused(String token, IdTokenExpectations expected, OidcReasonCode code) {
    assertThat(TestProvider.isSignedByProvider(token)).isTrue();
    assertThat(codes(judge(token, expected))).containsExactly(code);
  }

  static void refused(UnaryOperator<JWTClaimsSet.Builder> change, OidcReasonCode code) {
    refused(TestProvider.token(change), expected().build(), code);
  }

  static VerifiedIdentity accepted(String token, IdTokenExpectations expected) {
    var verdict = judge(token, expected);
    assertThat(verdict).isInstanceOf(IdTokenVerdict.Accepted.class);
    return ((IdTokenVerdict.Accepted) verdict).identity();
  }
}
