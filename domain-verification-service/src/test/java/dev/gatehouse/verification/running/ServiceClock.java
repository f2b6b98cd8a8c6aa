package dev.gatehouse.verification.running;

import static io.restassured.RestAssured.given;

/** The clock of the service, which tests move instead of waiting. */
public final class ServiceClock {

  private ServiceClock() {}

  /** Ahead of real time by that much, as in {@code P14D}. */
  public static void ahead(String offset) {
    given()
        .contentType("application/json")
        .body("{\"offset\": \"" + offset + "\"}")
        .put("/test/clock")
        .then()
        .statusCode(204);
  }

  public static void reset() {
    given().delete("/test/clock");
  }
}
