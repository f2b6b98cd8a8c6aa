package dev.gatehouse.gateway.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.Keys;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers;
import dev.gatehouse.gateway.fixtures.OpenIdCustomers.OpenIdConnection;
import dev.gatehouse.gateway.fixtures.OpenIdProvider;
import dev.gatehouse.gateway.fixtures.OpenIdTrips;
import dev.gatehouse.gateway.fixtures.OpenIdTrips.AtProvider;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** RP6: keys change under way, get lost, and are asked for by strangers. */
@QuarkusTest
class ProviderKeyRotationTest {

  private static final String TENANT = "7d3f1c52-0000-4000-8000-5c8a9b0e1f2a";

  @Inject OpenIdCustomers customers;
  @Inject OpenIdTrips trips;
  @Inject Database database;

  @Test
  void aKeyThatIsNewSinceTheBrowserLeftIsFetched() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    AtProvider alice = trips.leave(acme);
    acme.provider().rotates();

    alice.signsIn("alice").then().header("Location", containsString("code="));

    assertThat(acme.provider().asked("/jwks")).isEqualTo(1);
  }

  @Test
  void theOwnKeyOfAnEntraAppIsFoundByItsAppId() {
    OpenIdConnection acme = entra();
    acme.provider().signsWithAKeyOfTheApp();
    AtProvider alice = trips.leave(acme);

    alice
        .comesBackWith(alice.token("alice", it -> it.claim("tid", TENANT).claim("oid", "o-1")))
        .then()
        .header("Location", containsString("code="));
  }

  @Test
  void anEntraAppWithoutAKeyOfItsOwnSignsInAsWell() {
    OpenIdConnection acme = entra();
    AtProvider alice = trips.leave(acme);

    alice
        .comesBackWith(alice.token("alice", it -> it.claim("tid", TENANT).claim("oid", "o-1")))
        .then()
        .header("Location", containsString("code="));
  }

  /** Of a tenant of its own, since a provider that is asked with an appid has to be Entra. */
  private OpenIdConnection entra() {
    return customers.active(
        OpenIdProvider.start("/" + TENANT + "/" + UUID.randomUUID() + "/v2.0"),
        Map.of("subject", Map.of("source", "entra_object_id")));
  }

  @Test
  void keysAreNotFetchedForEverySignIn() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    trips.leave(acme).signsIn("alice");

    trips.leave(acme).signsIn("bob").then().header("Location", containsString("code="));

    assertThat(acme.provider().asked("/jwks")).isEqualTo(1);
    assertThat(acme.provider().asked("/.well-known/openid-configuration")).isEqualTo(1);
  }

  @Test
  void aFloodOfUnknownKeyNamesAsksTheProviderOnce() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    for (int i = 0; i < 10; i++) {
      AtProvider mallory = trips.leave(acme);
      String token = Keys.sign(Keys.rsa("made-up-" + i), mallory.claims("mallory").build());
      assertThat(database.reasonsBehind(mallory.comesBackWith(token)))
          .containsExactly("oidc_key_unknown");
    }

    assertThat(acme.provider().asked("/jwks")).isEqualTo(1);
    trips.leave(acme).signsIn("alice").then().header("Location", containsString("code="));
  }

  @Test
  void keysThatCannotBeHadSignNobodyIn() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    acme.provider().keysAreDown();

    assertThat(database.reasonsBehind(trips.leave(acme).signsIn("alice")))
        .containsExactly("oidc_key_unknown");
    assertThat(database.codesOf(acme.connection())).isZero();
  }

  @Test
  void keysThatWereGoodServeWhileTheProviderDoesNotAnswer() {
    OpenIdConnection acme = customers.active(OpenIdProvider.start());
    trips.leave(acme).signsIn("alice");
    acme.provider().keysAreDown();

    trips.leave(acme).signsIn("bob").then().header("Location", containsString("code="));
  }
}
