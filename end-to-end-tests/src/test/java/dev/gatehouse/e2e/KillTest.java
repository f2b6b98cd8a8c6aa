package dev.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code kill -9} at the moments that hurt: no event is lost, no effect is doubled. */
class KillTest {

  private static final List<String> SERVICES =
      List.of("org-service", "domain-verification-service", "connection-service", "sso-gateway");

  private final Gatehouse gatehouse = Gatehouse.running();

  @AfterEach
  void bringAllBack() {
    gatehouse.start("kafka");
    SERVICES.forEach(gatehouse::start);
  }

  @Test
  void afterCommitBeforePublish() throws SQLException {
    SetUp setUp = SetUp.active(gatehouse, "Unpublished");
    gatehouse.stop("kafka");
    Changes changes = Changes.madeBy(setUp, "first");

    SERVICES.forEach(gatehouse::kill);
    gatehouse.start("kafka");
    SERVICES.forEach(gatehouse::start);

    changes.awaitEffectExactlyOnce();
    awaitProjectionEqualsOwners();
  }

  @Test
  void afterPublishBeforeMarking() throws SQLException {
    SetUp setUp = SetUp.active(gatehouse, "Unmarked");
    gatehouse.stop("kafka");
    Changes changes = Changes.madeBy(setUp, "second");

    List<Connection> locks = SERVICES.stream().map(this::lockOutboxRows).toList();
    gatehouse.start("kafka");
    // Published, and their removal now waits for our lock.
    Wait.until(
        "every relay waits to remove what it published",
        Duration.ofSeconds(60),
        () -> SERVICES.stream().allMatch(this::relayWaitsForOurLock));
    SERVICES.forEach(gatehouse::kill);
    for (Connection lock : locks) {
      lock.close();
    }
    SERVICES.forEach(gatehouse::start);

    changes.awaitEffectExactlyOnce();
    awaitProjectionEqualsOwners();
  }

  @Test
  void afterConsumingBeforeCommit() throws SQLException {
    SetUp setUp = SetUp.active(gatehouse, "Unconsumed");
    List<Connection> locks =
        List.of(
            lockTable("domain-verification-service", "access_organization"),
            lockTable("connection-service", "access_organization"),
            lockTable("sso-gateway", "access_organization"));
    setUp.operator.addMember(setUp.admin.organization, "new@" + setUp.emailDomain, "org:member");
    rename(setUp, "Renamed meanwhile");
    Connection membersLock = lockTable("org-service", "member");
    String email = signInFirstTime(setUp, "third");
    Wait.until(
        "every consumer waits for our lock", () -> SERVICES.stream().allMatch(this::somebodyWaits));

    SERVICES.forEach(gatehouse::kill);
    membersLock.close();
    for (Connection lock : locks) {
      lock.close();
    }
    SERVICES.forEach(gatehouse::start);

    new Changes(setUp, email).awaitEffectExactlyOnce();
    awaitProjectionEqualsOwners();
  }

  @Test
  void ofTheGatewayAfterTheAnswerCameAndBeforeTheCode() {
    SetUp setUp = SetUp.active(gatehouse, "Interrupted");
    String email = "ivy@" + setUp.emailDomain;
    Application application = Application.registered(gatehouse, setUp.operator, JWSAlgorithm.ES256);
    Application.Trip trip = application.begin(email);
    Person person = new Person(setUp.sandbox);
    URI request = person.reachIdentityProvider(trip.authorizationUrl());
    URI next = person.deliver(setUp.sandbox.respond(request, email, null));

    gatehouse.kill("sso-gateway");
    gatehouse.start("sso-gateway");

    URI callback = person.open(next).expect(303).location();
    assertThat(application.complete(trip, callback).userInfo().getEmailAddress()).isEqualTo(email);
    assertThat(person.open(next).header("Location")).doesNotContain("code=");
  }

  private static void rename(SetUp setUp, String name) {
    URI url = setUp.operator.url("/v1/organizations/" + setUp.admin.organization);
    String tag = setUp.operator.http().get(url).expect(200).header("ETag");
    setUp.operator.http().with("If-Match", tag).patch(url, Map.of("name", name)).expect(200);
  }

  private static String signInFirstTime(SetUp setUp, String label) {
    String email = label + "@" + setUp.emailDomain;
    Application application =
        Application.registered(setUp.gatehouse, setUp.operator, JWSAlgorithm.ES256);
    Application.Trip trip = application.begin(email);
    URI callback =
        new Person(setUp.sandbox)
            .signIn(trip.authorizationUrl(), email, null)
            .expect(303)
            .location();
    application.complete(trip, callback);
    return email;
  }

  /** One change of each service, whose events the others wait for. */
  private record Changes(SetUp setUp, String email) {

    static Changes madeBy(SetUp setUp, String label) {
      setUp.admin.claim(label + "." + setUp.emailDomain);
      setUp.admin.createConnection("okta");
      rename(setUp, "Renamed " + label);
      return new Changes(setUp, signInFirstTime(setUp, label));
    }

    void awaitEffectExactlyOnce() {
      Wait.until("the member is added", Duration.ofSeconds(60), () -> membersWithEmail() > 0);
      assertThat(membersWithEmail()).isEqualTo(1);
    }

    private long membersWithEmail() {
      return setUp.operator.members(setUp.admin.organization).stream()
          .filter(member -> member.required("email").asText().equals(email))
          .count();
    }
  }

  private Connection lockOutboxRows(String service) {
    return transaction(service, "select seq from outbox for update");
  }

  private Connection lockTable(String service, String table) {
    return transaction(service, "lock table " + table + " in exclusive mode");
  }

  private Connection transaction(String service, String sql) {
    try {
      Connection connection = gatehouse.database(service);
      connection.setAutoCommit(false);
      connection.createStatement().execute(sql);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(service + ": " + sql, e);
    }
  }

  private boolean relayWaitsForOurLock(String service) {
    return count(
            service,
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = current_database() and query like 'delete from outbox%'")
        > 0;
  }

  private boolean somebodyWaits(String service) {
    return count(
            service,
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = current_database()")
        > 0;
  }

  private long count(String service, String sql) {
    try (Connection database = gatehouse.database(service);
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitProjectionEqualsOwners() {
    Awaitility.await("the gateway's projection equals what the owners hold")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(Projections.ofGateway(gatehouse))
                .isEqualTo(Projections.ofOwners(gatehouse)));
  }
}
