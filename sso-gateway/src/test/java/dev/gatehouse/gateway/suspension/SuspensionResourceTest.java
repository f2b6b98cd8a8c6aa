package dev.gatehouse.gateway.suspension;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.gatehouse.backends.AdminTokens;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.projection.Connections;
import dev.gatehouse.gateway.projection.KnownWorld;
import dev.gatehouse.gateway.projection.KnownWorld.Customer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SuspensionResourceTest {

  @Inject KnownWorld world;
  @Inject Connections connections;

  @Test
  void stopsTheConnectionAtOnceAndUntilLifted() {
    Customer acme = world.customer();

    Response created = suspend(acme);

    created.then().statusCode(201).body("reason", equalTo("stolen key"));
    assertThat(await(connections.byId(acme.connection()))).isEmpty();
    assertThat(await(connections.byEmailDomain(acme.domainName()))).isEmpty();
    assertThat(await(connections.known(acme.connection()))).as("still known").isPresent();

    String id = created.path("id");
    operator().delete("/v1/suspensions/{id}", id).then().statusCode(204);

    assertThat(await(connections.byId(acme.connection()))).isPresent();
    operator().delete("/v1/suspensions/{id}", id).then().statusCode(404);
  }

  @Test
  void isListedWhileInForce() {
    Customer acme = world.customer();
    String id = suspend(acme).path("id");

    operator()
        .queryParam("connection", acme.connection().toString())
        .get("/v1/suspensions")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id))
        .body("items[0].organization", equalTo(acme.organization().toString()));
  }

  @Test
  void refusesASecondStopAndAnUnknownConnection() {
    Customer acme = world.customer();
    suspend(acme);

    suspend(acme).then().statusCode(409).body("code", equalTo("conflict"));
    operator()
        .body(Map.of("connection", "con_aaaaaaaaaaaaaaaaaaaaaaaaaa", "reason", "test"))
        .post("/v1/suspensions")
        .then()
        .statusCode(422)
        .body("code", equalTo("connection_unknown"));
  }

  @Test
  void isForOperatorsAlone() {
    Customer acme = world.customer();

    given()
        .auth()
        .oauth2(
            AdminTokens.member(acme.organization().toString(), "mem_bbbbbbbbbbbbbbbbbbbbbbbbba"))
        .contentType("application/json")
        .body(Map.of("connection", acme.connection().toString(), "reason", "test"))
        .post("/v1/suspensions")
        .then()
        .statusCode(403);
  }

  private static Response suspend(Customer customer) {
    return operator()
        .body(Map.of("connection", customer.connection().toString(), "reason", "stolen key"))
        .post("/v1/suspensions");
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(AdminTokens.operator()).contentType("application/json");
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(10));
  }
}
