package dev.gatehouse.verification.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.verification.running.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@RunningService
class OpenApiContractTest {

  private static final Path SNAPSHOT =
      Path.of(System.getProperty("gatehouse.contracts", "../contracts"))
          .resolve("openapi/domain-verification-service.yaml");

  @Test
  void theApiIsTheOneInContracts() throws IOException {
    String now = given().accept("application/yaml").get("/q/openapi").asString();
    if (Boolean.getBoolean("gatehouse.refresh-contracts")) {
      Files.createDirectories(SNAPSHOT.getParent());
      Files.writeString(SNAPSHOT, now);
    }

    assertThat(now)
        .as(
            "The API changed. If that is meant, run the test with -Dgatehouse.refresh-contracts=true")
        .isEqualTo(Files.readString(SNAPSHOT));
  }
}
