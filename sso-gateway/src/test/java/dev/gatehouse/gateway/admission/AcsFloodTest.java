package dev.gatehouse.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.gateway.fixtures.Customers;
import dev.gatehouse.gateway.fixtures.Database;
import dev.gatehouse.gateway.fixtures.IdpResponse;
import dev.gatehouse.gateway.fixtures.TestConnection;
import dev.gatehouse.gateway.fixtures.Trips;
import dev.gatehouse.gateway.fixtures.Trips.Away;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One connection is flooded; whoever signs in with another one notices nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
@TestProfile(AcsFloodTest.SmallLimits.class)
class AcsFloodTest {

  static final int BURST = 30;
  static final int AT_ONCE = 3;
  private static final int AT_MOST = 2_000;

  @Inject Customers customers;
  @Inject Trips trips;
  @Inject Database database;

  /** One token comes back in a second, so that no test depends on how fast it runs. */
  public static class SmallLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "gatehouse.answers.per-second",
          "1",
          "gatehouse.answers.burst",
          Integer.toString(BURST),
          "gatehouse.answers.per-second-from-one-address",
          "1",
          "gatehouse.answers.at-once",
          Integer.toString(AT_ONCE));
    }
  }

  @Test
  void aMegabyteIsRefusedBeforeASingleByteOfItIsRead() throws IOException {
    TestConnection acme = customers.active();

    String answer;
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      send(socket, head(acme, 1_000_000));
      answer = firstAnswer(socket);
    }

    assertThat(answer).startsWith("HTTP/1.1 413").contains("response_too_large");
    signsIn(acme);
  }

  @Test
  void aMegabyteOfUntoldLengthIsRefusedToo() throws IOException {
    TestConnection acme = customers.active();
    String signedLooking = "SAMLResponse=" + "A".repeat(500_000);

    String answer;
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      send(
          socket,
          "POST /saml/"
              + acme.bare()
              + "/acs HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n"
              + Integer.toHexString(signedLooking.length())
              + "\r\n"
              + signedLooking
              + "\r\n0\r\n\r\n");
      answer = firstAnswer(socket);
    }

    assertThat(answer).startsWith("HTTP/1.1 413");
    signsIn(acme);
  }

  @Test
  void whileOneTenantIsFloodedAnotherSignsIn() {
    TestConnection noisy = customers.active();
    TestConnection quiet = customers.active();
    Away victim = trips.leave(noisy);
    // Validly signed and yet nobody's: each of them costs a whole judgement.
    String answer = IdpResponse.to(noisy, "_another", noisy.email("x")).signedBy(noisy.key());
    assertThat(IdpResponse.isValidlySigned(answer, noisy.key())).isTrue();

    Response last;
    int sent = 0;
    do {
      last = victim.browser().postResponse(noisy, answer, victim.relayState());
      sent++;
    } while (sent < AT_MOST && last.statusCode() == 303);

    assertThat(sent).isGreaterThan(BURST);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.contentType()).startsWith("text/html");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    assertThat(last.body().asString()).contains("too_many_requests").doesNotContain("<script");
    signsIn(quiet);
  }

  @Test
  void theAddressOfTheMetadataIsNotLimited() {
    TestConnection acme = customers.active();
    for (int i = 0; i <= BURST + 1; i++) {
      trips.leave(acme).browser().get("/saml/" + acme.bare() + "/metadata").then().statusCode(200);
    }
    signsIn(acme);
  }

  @Test
  void halfSentAnswersHoldNoPlace() throws IOException {
    TestConnection acme = customers.active();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < BURST - 2; i++) {
        Socket socket = new Socket("localhost", RestAssured.port);
        slow.add(socket);
        send(socket, head(acme, 300_000) + "SAMLResponse=PHNhbWxw");
      }

      signsIn(acme);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private void signsIn(TestConnection connection) {
    Away away = trips.leave(connection);
    away.comesBackWith(away.answer(connection.email("alice")).signedBy(connection.key()))
        .then()
        .statusCode(303)
        .header("Location", containsString("code="));
    assertThat(database.codesOf(connection)).isEqualTo(1);
  }

  private static String head(TestConnection connection, int length) {
    return "POST /saml/"
        + connection.bare()
        + "/acs HTTP/1.1\r\nHost: localhost\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Head and page of the first answer. */
  private static String firstAnswer(Socket socket) throws IOException {
    socket.setSoTimeout(20_000);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    String text = "";
    while (!text.contains("</html>")) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        break;
      }
      read.write(buffer, 0, count);
      text = read.toString(StandardCharsets.UTF_8);
    }
    return text;
  }
}
