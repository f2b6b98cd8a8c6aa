package dev.gatehouse.org.membership;

import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.eventsOf;
import static dev.gatehouse.org.OrgApi.member;
import static dev.gatehouse.org.OrgApi.organization;
import static dev.gatehouse.org.OrgApi.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.ids.IdKind;
import dev.gatehouse.ids.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class JustInTimeMembersTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEMBERS = "/v1/organizations/{o}/members";
  private static final Ids IDS = new Ids(Clock.systemUTC());

  @Test
  void aPersonWhoSignsInUninvitedBecomesAMemberWithTheDefaultRole() throws Exception {
    String organization = organization();
    String person = person();
    signIn(organization, person, "bob@acme.example", null, true);
    signIn(organization, person, "bob@acme.example", null, true);

    Map<String, Object> bob = onlyMember(organization);
    assertThat(bob)
        .containsEntry("person", person)
        .containsEntry("role", "org:member")
        .containsEntry("givenName", "Bob")
        .containsEntry("permissions", List.of("org:sys_memberships:read"));
    String id = (String) bob.get("id");
    settle();
    assertThat(members(organization)).hasSize(1);
    eventsOf(id, "gatehouse.memberships", "membership", "MembershipGranted");
  }

  @Test
  void thePersonTheGatewayFoundByEmailBecomesThatMemberAndKeepsTheRole() throws Exception {
    String organization = organization();
    String alice = member(organization, "alice@acme.example", "org:admin");
    String person = person();
    signIn(organization, person, "alice@acme.example", alice, false);
    signIn(organization, person(), "alice@acme.example", alice, false);

    eventsOf(
        alice, "gatehouse.memberships", "membership", "MembershipGranted", "MembershipChanged");
    settle();
    assertThat(onlyMember(organization))
        .containsEntry("person", person)
        .containsEntry("role", "org:admin");
  }

  @Test
  void aRemovedMemberIsNotLetInAgainBySigningIn() throws Exception {
    String organization = organization();
    String mallory = member(organization, "mallory@acme.example", "org:member");
    asOperator().delete(MEMBERS + "/{m}", organization, mallory).then().statusCode(204);

    signIn(organization, person(), "Mallory@acme.example", null, true);
    signIn(organization, person(), "mallory@acme.example", mallory, true);
    settle();

    assertThat(onlyMember(organization))
        .containsEntry("id", mallory)
        .containsEntry("status", "revoked");
  }

  @Test
  void anotherOrganizationsMemberIsNotLinked() throws Exception {
    String organization = organization();
    String stranger = member(organization(), "stranger@acme.example", "org:admin");
    signIn(organization, person(), "stranger@acme.example", stranger, true);
    settle();

    assertThat(members(organization)).isEmpty();
  }

  @Test
  void aDeletedOrganizationGetsNoMembers() throws Exception {
    String organization = organization();
    asOperator().delete("/v1/organizations/{o}", organization).then().statusCode(204);
    signIn(organization, person(), "late@acme.example", null, true);
    settle();
  }

  /** Every example, with fields that nobody knows yet, twice and the other way round. */
  @Test
  void readsEveryExampleTwiceAndInReverse() throws Exception {
    String organization = organization();
    String person = person();
    List<Map.Entry<String, String>> deliveries = new ArrayList<>();
    for (String name : EventContracts.eventNames("sign-in")) {
      ObjectNode data = (ObjectNode) JSON.readTree(EventContracts.example("sign-in", name));
      data.put("organization", organization).put("aFieldOfTheFuture", "ignored");
      if (!data.path("person").isNull()) {
        data.put("person", person);
      }
      deliveries.add(Map.entry(name, data.toString()));
      deliveries.add(Map.entry(name, data.toString()));
    }
    publish(organization, deliveries);
    Collections.reverse(deliveries);
    publish(organization, deliveries);
    settle();

    assertThat(onlyMember(organization)).containsEntry("person", person);
  }

  private static void publish(String organization, List<Map.Entry<String, String>> deliveries) {
    deliveries.forEach(event ->
        Topic.of("gatehouse.sign-ins").publish(event.getKey(), organization, event.getValue()));
  }

  /** Records of one organization are applied in order: when this one has arrived, all have. */
  private static void settle() throws Exception {
    String organization = organization();
    for (int partition = 0; partition < 3; partition++) {
      signIn(organization, person(), unique("last") + "@acme.example", null, true);
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(members(organization)).hasSize(3));
  }

  private static void signIn(
      String organization, String person, String email, @Nullable String member, boolean justInTime)
      throws Exception {
    ObjectNode data =
        (ObjectNode) JSON.readTree(EventContracts.example("sign-in", "SignInSucceeded"));
    data.put("organization", organization)
        .put("person", person)
        .put("email", email)
        .put("member", member)
        .put("justInTime", justInTime);
    Topic.of("gatehouse.sign-ins").publish("SignInSucceeded", organization, data.toString());
  }

  private static String person() {
    return IDS.next(IdKind.PERSON).toString();
  }

  private static Map<String, Object> onlyMember(String organization) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(members(organization)).hasSize(1));
    return members(organization).getFirst();
  }

  private static List<Map<String, Object>> members(String organization) {
    return asOperator()
        .get(MEMBERS, organization)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }
}
