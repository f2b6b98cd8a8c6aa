package dev.gatehouse.verification.running;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;

/** A domain that was claimed in a test. */
public record Claimed(
    TestOrganization organization, String id, String name, String host, String value) {

  public void publish() {
    DnsOfTheTest.DNS.txt(host, value);
  }

  public Response read() {
    return organization.asMember().get("/v1/domains/" + id);
  }

  public Response look() {
    return organization.asMember().post("/v1/domains/" + id + "/check");
  }

  public Response remove() {
    return organization.asMember().delete("/v1/domains/" + id);
  }

  /** Waits until the server has found out by itself. */
  public Response awaitStatus(String status) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(this::read, answer -> status.equals(answer.path("status")));
  }

  public Response awaitOutcome(String outcome) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(this::read, answer -> outcome.equals(answer.path("lastCheck.outcome")));
  }
}
