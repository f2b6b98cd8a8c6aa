package dev.gatehouse.gateway;

import static io.restassured.RestAssured.get;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class StartsTest {

  @Test
  void isReady() {
    get("/q/health/ready").then().statusCode(200);
  }
}
