package dev.gatehouse.connection.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.connection.connection.AssignedDomain;
import dev.gatehouse.connection.connection.ConnectionSnapshot;
import dev.gatehouse.connection.connection.Revision;
import dev.gatehouse.connection.connection.Trust;
import dev.gatehouse.connection.fixtures.TestConnections;
import dev.gatehouse.connection.settings.SubjectSource;
import dev.gatehouse.ids.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivationPolicyTest {

  private final Revision tested = TestConnections.testedRevision("https://idp.example");
  private final AssignedDomain verified = TestConnections.domain(true);
  private final AssignedDomain unverified = TestConnections.domain(false);

  @Test
  void letsATestedRevisionWithVerifiedDomainsAndATrustedKeyGoLive() {
    assertThat(against(connection(Trust.TRUSTED, null, verified), tested, true, false)).isEmpty();
  }

  @Test
  void objectsToASwitchThatIsOff() {
    assertThat(against(connection(Trust.TRUSTED, null, verified), tested, false, false))
        .containsExactly(new Objection.SwitchOff());
  }

  @Test
  void objectsToARevisionWithoutAPassedTest() {
    Revision untested = TestConnections.untestedRevision("https://idp.example");

    assertThat(against(connection(Trust.TRUSTED, null, verified), untested, true, false))
        .containsExactly(new Objection.NotTested());
  }

  @Test
  void objectsToKeysOfWhichNoneIsTrusted() {
    assertThat(against(connection(Trust.CANDIDATE, null, verified), tested, true, false))
        .containsExactly(new Objection.NoTrustedKey());
    assertThat(against(connection(Trust.REVOKED, null, verified), tested, true, false))
        .containsExactly(new Objection.NoTrustedKey());
  }

  @Test
  void objectsToNoDomainAtAll() {
    assertThat(against(connection(Trust.TRUSTED, null), tested, true, false))
        .containsExactly(new Objection.DomainsNotVerified(List.of()));
  }

  @Test
  void objectsToASingleUnverifiedDomainAmongVerifiedOnes() {
    List<Id> named = List.of(unverified.id());

    assertThat(against(connection(Trust.TRUSTED, null, verified, unverified), tested, true, false))
        .containsExactly(new Objection.DomainsNotVerified(named));
  }

  @Test
  void asksBeforePeopleAreRelinkedToAnotherIssuer() {
    Revision last = TestConnections.testedRevision("https://former.example");
    ConnectionSnapshot connection = connection(Trust.TRUSTED, last, verified);

    assertThat(against(connection, tested, true, false))
        .containsExactly(new Objection.RelinkUnconfirmed(true, false));
    assertThat(against(connection, tested, true, true)).isEmpty();
  }

  @Test
  void asksBeforePeopleAreKnownByAnotherSubject() {
    Revision last =
        TestConnections.testedRevision(
            "https://idp.example", SubjectSource.of(SubjectSource.Source.ENTRA_OBJECT_ID));

    assertThat(against(connection(Trust.TRUSTED, last, verified), tested, true, false))
        .containsExactly(new Objection.RelinkUnconfirmed(false, true));
  }

  @Test
  void namesEveryObjectionAtOnceTheSwitchFirst() {
    Revision untested = TestConnections.untestedRevision("https://idp.example");

    assertThat(against(connection(Trust.CANDIDATE, null, unverified), untested, false, false))
        .containsExactly(
            new Objection.SwitchOff(),
            new Objection.NoTrustedKey(),
            new Objection.NotTested(),
            new Objection.DomainsNotVerified(List.of(unverified.id())));
  }

  private static List<Objection> against(
      ConnectionSnapshot connection, Revision revision, boolean switchOn, boolean confirmed) {
    return ActivationPolicy.against(
        new ActivationPolicy.Facts(connection, revision, switchOn, confirmed));
  }

  private static ConnectionSnapshot connection(
      Trust trust, @Nullable Revision last, AssignedDomain... domains) {
    return TestConnections.with(
        List.of(TestConnections.key(trust)), null, null, last, List.of(domains));
  }
}
