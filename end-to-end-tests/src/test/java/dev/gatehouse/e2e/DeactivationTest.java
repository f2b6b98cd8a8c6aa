package dev.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.TokenResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Once the gateway has heard of a deactivation, nobody gets in through that connection. */
class DeactivationTest {

  private final Gatehouse gatehouse = Gatehouse.running();

  @Test
  void noCodeIsMintedAndNoneIsRedeemedOnceTheProjectionHoldsTheDeactivation() {
    SetUp setUp = SetUp.active(gatehouse, "Deactivated");
    String email = "dan@" + setUp.emailDomain;
    Application application = Application.registered(gatehouse, setUp.operator, JWSAlgorithm.ES256);
    Application.Trip underWay = application.begin(email);
    Person waiting = new Person(setUp.sandbox);
    URI next =
        waiting.deliver(
            setUp.sandbox.respond(
                waiting.reachIdentityProvider(underWay.authorizationUrl()), email, null));
    Application.Trip minted = application.begin(email);
    AuthorizationCode code =
        application.code(
            minted,
            new Person(setUp.sandbox)
                .signIn(minted.authorizationUrl(), email, null)
                .expect(303)
                .location());

    setUp.admin.deactivate(setUp.connection).expect(200);
    Wait.until("the gateway has heard", () -> setUp.discover().equals("none"));

    Http.Answer page = waiting.open(next);
    assertThat(page.header("Location")).doesNotContain("code=");
    TokenResponse tokens = application.redeem(minted, code);
    assertThat(tokens.indicatesSuccess()).isFalse();
    URI start = application.begin(email).authorizationUrl();
    assertThat(new Person(setUp.sandbox).open(start).expect(303).location().getQuery())
        .contains("error=sso_not_available");
  }
}
