package dev.gatehouse.connection.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestOrganization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer who comes from another product keeps the addresses that its provider knows. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class MovedInTest {

  private static final String ACS = "https://auth.proven.example/saml/callback?connection=acme";
  private static final String ENTITY_ID = "https://auth.proven.example/saml/acme";

  private TestOrganization acme;

  @BeforeEach
  void anOrganization() {
    acme = TestOrganization.selfServing();
  }

  @Test
  void anOperatorKeepsBothAddressesOnAProvenHost() {
    Response made =
        create(Admin.operator(), "custom-saml", Map.of("acsUrl", ACS, "entityId", ENTITY_ID));

    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.<String>path("serviceProvider.acsUrl")).isEqualTo(ACS);
    assertThat(made.<String>path("serviceProvider.entityId")).isEqualTo(ENTITY_ID);
    assertThat(made.<String>path("serviceProvider.metadataUrl")).endsWith("/metadata");
    String id = made.path("id");
    JsonPath guide =
        Admin.of(acme).asking().get("/v1/connections/" + id + "/setup-guide").jsonPath();
    assertThat(guide.<String>getList("steps.collectMany { it.fields }.value"))
        .contains(ACS, ENTITY_ID);
    await().untilAsserted(() -> assertThat(published(id)).contains(ACS).contains(ENTITY_ID));
  }

  @Test
  void oneOfThemAloneIsKeptAsWell() {
    Response made = create(Admin.operator(), "custom-saml", Map.of("acsUrl", ACS));

    assertThat(made.<String>path("serviceProvider.acsUrl")).isEqualTo(ACS);
    assertThat(made.<String>path("serviceProvider.entityId")).endsWith("/metadata");
  }

  @Test
  void anAdminOfTheCustomerMayNotChooseAddresses() {
    refused(create(Admin.of(acme), "custom-saml", Map.of("acsUrl", ACS)), 403, "operators_only");
    refused(
        create(Admin.of(acme), "custom-saml", Map.of("entityId", ENTITY_ID)),
        403,
        "operators_only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://auth.elsewhere.example/saml",
        "https://auth.proven.example.evil.example/saml",
        "https://evil.example/auth.proven.example",
        "https://auth.proven.example@evil.example/saml",
        "http://auth.proven.example/saml",
        "https://auth.proven.example/saml#x",
        "javascript:alert(1)",
        "//auth.proven.example/saml",
        "urn:example:sp",
        "not an address"
      })
  void noAddressElsewhereIsTaken(String address) {
    for (String field : new String[] {"acsUrl", "entityId"}) {
      Response answer = create(Admin.operator(), "custom-saml", Map.of(field, address));

      refused(answer, 422, "address_not_proven");
      assertThat(answer.<String>path("field")).isEqualTo(field);
    }
  }

  @Test
  void openIdConnectHasNone() {
    refused(
        create(Admin.operator(), "custom-oidc", Map.of("acsUrl", ACS)), 422, "protocol_mismatch");
  }

  private Response create(Admin admin, String provider, Map<String, String> addresses) {
    Map<String, String> body = new LinkedHashMap<>(addresses);
    body.put("organization", acme.id());
    body.put("provider", provider);
    return admin.asking().body(body).post("/v1/connections");
  }

  private static String published(String connection) {
    return Topic.of("gatehouse.connections").events().stream()
        .filter(seen -> seen.key().equals(connection))
        .map(Topic.Seen::data)
        .findFirst()
        .orElse("");
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("code")).isEqualTo(code);
  }
}
