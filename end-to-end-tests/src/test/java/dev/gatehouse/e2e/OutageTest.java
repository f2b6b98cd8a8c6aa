package dev.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway decides alone. */
class OutageTest {

  private static final List<String> ADMIN_PLANE =
      List.of("org-service", "domain-verification-service", "connection-service");

  private final Gatehouse gatehouse = Gatehouse.running();

  @AfterEach
  void bringAllBack() {
    gatehouse.start("kafka");
    ADMIN_PLANE.forEach(gatehouse::start);
  }

  @Test
  void peopleSignInWhileTheAdminServicesAndKafkaAreDownAndTheGatewayWasRestarted() {
    SetUp setUp = SetUp.active(gatehouse, "Outage");
    Application application = Application.registered(gatehouse, setUp.operator, JWSAlgorithm.ES256);
    ADMIN_PLANE.forEach(gatehouse::stop);
    gatehouse.stop("kafka");
    gatehouse.stop("sso-gateway");
    gatehouse.start("sso-gateway");

    Application.Trip trip = application.begin("eve@" + setUp.emailDomain);
    Http.Answer answer =
        new Person(setUp.sandbox).signIn(trip.authorizationUrl(), "eve@" + setUp.emailDomain, null);

    Application.Signed signed = application.complete(trip, answer.expect(303).location());
    assertThat(signed.userInfo().getEmailAddress()).isEqualTo("eve@" + setUp.emailDomain);
  }

  @Test
  void aSuspensionTakesEffectWithKafkaDown() {
    SetUp setUp = SetUp.active(gatehouse, "Suspension");
    Application application = Application.registered(gatehouse, setUp.operator, JWSAlgorithm.ES256);
    gatehouse.stop("kafka");

    String suspension =
        setUp
            .operator
            .http()
            .post(
                setUp.operator.url("/v1/suspensions"),
                Map.of("connection", setUp.connection, "reason", "key stolen"))
            .expect(201)
            .json()
            .required("id")
            .asText();

    Application.Trip trip = application.begin("eve@" + setUp.emailDomain);
    Http.Answer refused = new Person(setUp.sandbox).open(trip.authorizationUrl());
    assertThat(refused.expect(303).location().getQuery()).contains("error=sso_not_available");

    setUp.operator.http().delete(setUp.operator.url("/v1/suspensions/" + suspension)).expect(204);
    Application.Trip again = application.begin("eve@" + setUp.emailDomain);
    URI callback =
        new Person(setUp.sandbox)
            .signIn(again.authorizationUrl(), "eve@" + setUp.emailDomain, null)
            .expect(303)
            .location();
    assertThat(application.complete(again, callback).idToken().getSubject()).isNotNull();
  }
}
