package dev.gatehouse.org.audit;

import static dev.gatehouse.org.OrgApi.asMember;
import static dev.gatehouse.org.OrgApi.asOperator;
import static dev.gatehouse.org.OrgApi.auditOf;
import static dev.gatehouse.org.OrgApi.memberWith;
import static dev.gatehouse.org.OrgApi.organization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.ids.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class AuditTrailTest {

  private static final Ids IDS = new Ids(Clock.systemUTC());

  @Test
  void keepsWhatOtherServicesDidOnceHoweverOftenItArrives() throws Exception {
    String organization = organization();
    auditOf(organization, "organization.created");
    String record = record(organization, "connection.activated");
    Topic.of("gatehouse.audit").publish("AuditRecorded", organization, record);
    Topic.of("gatehouse.audit").publish("AuditRecorded", organization, record);
    Topic.of("gatehouse.audit")
        .publish("AuditRecorded", organization, record(organization, "connection.deactivated"));

    var records =
        auditOf(
            organization, "connection.deactivated", "connection.activated", "organization.created");
    assertThat(records.get(1)).extracting("after").asString().contains("selfServeSso=true");
  }

  @Test
  void isReadPageByPageByThoseWhoManageTheOrganization() {
    String organization = organization();
    String manager = memberWith(organization, "org:sys_entconns:manage");
    auditOf(organization, "membership.granted", "role.created", "organization.created");

    String next =
        asMember(organization, manager)
            .queryParam("organization", organization)
            .queryParam("limit", 1)
            .get("/v1/audit")
            .then()
            .statusCode(200)
            .body("items.action", contains("membership.granted"))
            .extract()
            .path("next");
    asMember(organization, manager)
        .queryParam("organization", organization)
        .queryParam("cursor", next)
        .get("/v1/audit")
        .then()
        .body("items.action", contains("role.created", "organization.created"));
    asOperator()
        .queryParam("cursor", "nonsense")
        .get("/v1/audit")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_request"));
    asMember(organization, manager).get("/v1/audit").then().statusCode(403);
  }

  private static String record(String organization, String action) throws Exception {
    ObjectNode data =
        (ObjectNode) new ObjectMapper().readTree(EventContracts.example("audit", "AuditRecorded"));
    return data.put("id", IDS.nextUuid().toString())
        .put("organization", organization)
        .put("action", action)
        .put("at", Clock.systemUTC().instant().toString())
        .put("aFieldOfTheFuture", 7)
        .toString();
  }
}
