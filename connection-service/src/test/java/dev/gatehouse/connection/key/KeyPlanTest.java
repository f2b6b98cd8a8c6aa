package dev.gatehouse.connection.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.IdpKey;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.connection.Trust;
import dev.gatehouse.connection.fixtures.TestConnections;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.saml.IdpCertificate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyPlanTest {

  private static final IdpCertificate NEW =
      IdpCertificate.parse(TestIdp.named("idp").certificate());

  private final Revision live = TestConnections.testedRevision("https://idp.example");

  @Test
  void trustsTheKeysOfTheFirstImport() {
    KeyPlan plan = KeyPlan.importing(inactive(List.of()), List.of(NEW), false);

    assertThat(plan.add()).extracting(IdpKey::trust).containsExactly(Trust.TRUSTED);
    assertThat(plan.change()).isEmpty();
  }

  @Test
  void onlyProposesANewKeyWherePeopleSignInAlready() {
    KeyPlan plan =
        KeyPlan.importing(
            active(List.of(TestConnections.key("old", Trust.TRUSTED))), List.of(NEW), false);

    assertThat(plan.add()).extracting(IdpKey::trust).containsExactly(Trust.CANDIDATE);
    assertThat(plan.change()).isEmpty();
  }

  @Test
  void keepsBothKeysOfAnIdentityProviderThatChangesItsCertificate() {
    KeyPlan plan =
        KeyPlan.importing(
            inactive(List.of(TestConnections.key("old", Trust.TRUSTED))), List.of(NEW), false);

    assertThat(plan.add()).extracting(IdpKey::trust).containsExactly(Trust.TRUSTED);
    assertThat(plan.change()).isEmpty();
  }

  @Test
  void neverRevivesARevokedKey() {
    List<IdpKey> revoked = List.of(TestConnections.key(NEW.fingerprint(), Trust.REVOKED));

    assertThat(KeyPlan.importing(inactive(revoked), List.of(NEW), false))
        .isEqualTo(new KeyPlan(List.of(), java.util.Map.of()));
    assertThat(KeyPlan.importing(active(revoked), List.of(NEW), true))
        .isEqualTo(new KeyPlan(List.of(), java.util.Map.of()));
  }

  @Test
  void setsAsideTheKeysOfAnotherIdentityProviderThatWasGivenFirst() {
    List<IdpKey> wrong = List.of(TestConnections.key("wrong", Trust.TRUSTED));

    assertThat(KeyPlan.importing(inactive(wrong), List.of(NEW), true).change())
        .containsExactly(java.util.Map.entry("wrong", Trust.CANDIDATE));
  }

  @Test
  void leavesTheKeysThatPeopleSignInWithWhenADraftHasAnotherIssuer() {
    List<IdpKey> inUse = List.of(TestConnections.key("used", Trust.TRUSTED));

    assertThat(KeyPlan.importing(active(inUse), List.of(NEW), true).change()).isEmpty();
  }

  private ConnectionSnapshot inactive(List<IdpKey> keys) {
    return TestConnections.with(keys, live, null, null, List.of());
  }

  private ConnectionSnapshot active(List<IdpKey> keys) {
    return TestConnections.with(keys, null, live, live, List.of());
  }
}
