package dev.gatehouse.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnsafeIssuersTest {

  private static final String PUBLIC_URL = "https://sso.example";

  @Test
  void theGatewaysOwnIssuerStopsTheStart() {
    assertThatThrownBy(starting("https://sso.example", "us", null))
        .hasMessageContaining("GATEHOUSE_ADMIN_ISSUER");
    assertThatThrownBy(starting("https://sso.example/", "us", null))
        .hasMessageContaining("GATEHOUSE_ADMIN_ISSUER");
  }

  @Test
  void anIssuerWithoutAudienceStopsTheStart() {
    assertThatThrownBy(starting("https://id.platform.example", null, null))
        .hasMessageContaining("GATEHOUSE_ADMIN_AUDIENCE");
  }

  @Test
  void anOperatorClaimThatIsNoPairStopsTheStart() {
    assertThatThrownBy(starting("https://id.platform.example", "us", "staff"))
        .hasMessageContaining("GATEHOUSE_ADMIN_OPERATOR_CLAIM");
  }

  @Test
  void aSafeIssuerDoesNot() {
    assertThatCode(starting("https://id.platform.example", "us", "role=staff"))
        .doesNotThrowAnyException();
    assertThatCode(starting(null, null, null)).doesNotThrowAnyException();
  }

  private static ThrowingCallable starting(
      @Nullable String issuer, @Nullable String audience, @Nullable String operatorClaim) {
    return () ->
        UnsafeIssuers.check(
            PUBLIC_URL,
            Optional.ofNullable(issuer),
            Optional.ofNullable(audience),
            Optional.ofNullable(operatorClaim));
  }
}
