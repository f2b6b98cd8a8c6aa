package dev.gatehouse.gateway.saml;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.TestConnection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SamlMetadataTest {

  @Inject Customers customers;

  @Test
  void describesOneConnection() {
    TestConnection acme = customers.active();

    get("/saml/{connection}/metadata", acme.bare())
        .then()
        .statusCode(200)
        .contentType("application/samlmetadata+xml")
        .body(containsString("entityID=\"" + acme.entityId() + "\""))
        .body(containsString(acme.acsUrl()));
  }

  @Test
  void saysThatThereIsNoSuchConnection() {
    get("/saml/aaaaaaaaaaaaaaaaaaaaaaaaaa/metadata").then().statusCode(404);
  }
}
