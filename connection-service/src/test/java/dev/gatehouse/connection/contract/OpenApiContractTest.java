package dev.gatehouse.connection.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The API as built and the API as promised are the same. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class OpenApiContractTest {

  private static final Path SNAPSHOT =
      Path.of(System.getProperty("gatehouse.contracts", "../contracts"))
          .resolve("openapi/connection-service.yaml");

  @Test
  void isTheSnapshotInContracts() throws IOException {
    String built = given().get("/q/openapi").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("gatehouse.refresh-contracts")) {
      Files.createDirectories(SNAPSHOT.getParent());
      Files.writeString(SNAPSHOT, built);
    }

    assertThat(built)
        .as("If the change is meant, refresh with -Dgatehouse.refresh-contracts=true")
        .isEqualTo(Files.readString(SNAPSHOT));
  }

  @Test
  void saysWhatEveryOperationDoes() {
    JsonPath document =
        given().queryParam("format", "JSON").get("/q/openapi").then().extract().jsonPath();
    List<String> silent = new ArrayList<>();
    Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
    paths.forEach((path, operations) ->
        operations.forEach((method, operation) -> {
          if (path.startsWith("/v1/") && !operation.containsKey("summary")) {
            silent.add(method + " " + path);
          }
        }));

    assertThat(silent).isEmpty();
  }
}
