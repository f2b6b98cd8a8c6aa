package dev.gatehouse.connection.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * SE2: a connection's own key can be replaced, in the open and without anybody being locked out.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class KeyRotationTest {

  private TestOrganization acme;
  private Admin admin;
  private String connection;

  @BeforeEach
  void aConnection() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    connection = admin.create(acme, "okta");
  }

  private Response step(String path) {
    return admin.asking().post("/v1/connections/" + connection + "/key-rotation" + path);
  }

  private void signsItsRequests() {
    Response saved =
        admin.put(
            connection,
            "draft",
            Map.of(
                "metadataXml",
                TestIdp.named("idp").metadata(),
                "options",
                Map.of("signRequests", true)));
    assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
  }

  private static List<String> standings(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.path("serviceProvider.certificates.standing");
  }

  private static List<String> ids(Response answer) {
    return answer.path("serviceProvider.certificates.id");
  }

  private void refusedNow(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
    assertThat(answer.<String>path("code")).isEqualTo("key_rotation_not_now");
  }

  /** Otherwise we would sign with a certificate that the identity provider never saw. */
  @Test
  void whoMeansACertificateThatAnotherAdminReplacedSwitchesToNothing() {
    signsItsRequests();
    List<String> first = fingerprints(step(""));
    giveUp(first.get(1)).then().statusCode(200);
    String another = fingerprints(step("")).get(1);

    refusedNow(step("/use?fingerprint=" + first.get(1)));
    refusedNow(giveUp(first.get(1)));

    assertThat(fingerprints(step("/use?fingerprint=" + another))).startsWith(another);
    refusedNow(step("/finish?fingerprint=" + another));
    assertThat(standings(step("/finish?fingerprint=" + first.get(0)))).containsExactly("current");
  }

  private Response giveUp(String fingerprint) {
    return admin
        .asking()
        .delete("/v1/connections/" + connection + "/key-rotation?fingerprint=" + fingerprint);
  }

  private static List<String> fingerprints(Response answer) {
    return answer.path("serviceProvider.certificates.fingerprint");
  }

  @Test
  void theNewKeySignsOnlyOnceTheIdentityProviderKnowsItAndTheOldOneStaysMeanwhile() {
    signsItsRequests();

    Response begun = step("");
    assertThat(standings(begun)).containsExactly("current", "next");
    assertThat(ids(begun)).startsWith("k1");
    List<String> certificates = begun.path("serviceProvider.certificates.certificate");
    assertThat(new HashSet<>(certificates)).hasSize(2);
    String newKey = ids(begun).get(1);

    Response used = step("/use");
    assertThat(standings(used)).containsExactly("current", "former");
    assertThat(ids(used)).containsExactly(newKey, "k1");

    Response finished = step("/finish");
    assertThat(standings(finished)).containsExactly("current");
    assertThat(ids(finished)).containsExactly(newKey);
  }

  @Test
  void whereNothingIsSignedTheNewKeyIsUsedAtOnce() {
    assertThat(standings(step(""))).containsExactly("current", "former");
    assertThat(standings(step("/finish"))).containsExactly("current");
  }

  @Test
  void noStepIsTakenTwiceOrTooEarly() {
    signsItsRequests();
    refusedNow(step("/use"));
    refusedNow(step("/finish"));
    assertThat(standings(step(""))).containsExactly("current", "next");
    refusedNow(step(""));
    refusedNow(step("/finish"));
    assertThat(standings(step("/use"))).containsExactly("current", "former");
    refusedNow(step("/use"));
    refusedNow(step(""));
  }

  @Test
  void aRotationThatTheIdentityProviderWantsNoPartInIsCancelled() {
    signsItsRequests();
    step("");
    Response cancelled = admin.asking().delete("/v1/connections/" + connection + "/key-rotation");
    assertThat(ids(cancelled)).containsExactly("k1");
  }

  @Test
  void theGatewayIsToldBothKeysSealedEachForItself() {
    signsItsRequests();
    step("");
    String newKey = ids(step("/use")).getFirst();

    List<Topic.Seen> events = await().until(this::events, seen -> seen.size() >= 4);
    assertThat(events)
        .allSatisfy(
            event -> assertThat(EventContracts.violations("connection", event.data())).isEmpty());
    JsonPath last = JsonPath.from(events.getLast().data());
    assertThat(last.getList("serviceProvider.keys.id")).containsExactly(newKey, "k1");
    List<String> sealed = last.getList("serviceProvider.keys.sealedPrivateKey");
    assertThat(new HashSet<>(sealed)).hasSize(2).doesNotContain("");
    assertThat(audited())
        .contains("connection.key_rotation_begun")
        .contains("connection.key_rotation_switched")
        .doesNotContain("sealedPrivateKey");
  }

  @Test
  void anotherOrganizationRotatesNothing() {
    Admin stranger = Admin.of(TestOrganization.selfServing());
    assertThat(
            stranger.asking().post("/v1/connections/" + connection + "/key-rotation").statusCode())
        .isEqualTo(404);
  }

  private List<Topic.Seen> events() {
    return Topic.of("gatehouse.connections").events().stream()
        .filter(event -> event.key().equals(connection))
        .toList();
  }

  private String audited() {
    return await()
        .until(
            () ->
                Topic.of("gatehouse.audit").events().stream()
                    .map(Topic.Seen::data)
                    .filter(data -> data.contains(connection))
                    .toList()
                    .toString(),
            all -> all.contains("key_rotation_switched"));
  }
}
