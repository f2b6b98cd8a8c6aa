package dev.gatehouse.connection.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider changes its key, and nobody has to do anything, if the admin said so before. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class FollowingMetadataTest {

  private static final TestIdp IDP = TestIdp.named("followed");

  private volatile String metadata = IDP.metadata();
  private HttpServer server;
  private Admin admin;
  private String connection;

  @BeforeEach
  void aConnectionIsConfiguredByAnAddress() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/metadata",
        exchange -> {
          byte[] body = metadata.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    TestOrganization acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    connection = admin.create(acme, "custom-saml");
    Response saved =
        admin.put(
            connection,
            "draft",
            Map.of(
                "metadataUrl", "http://127.0.0.1:" + server.getAddress().getPort() + "/metadata"));
    assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
  }

  @AfterEach
  void theProviderStops() {
    server.stop(0);
  }

  @Test
  void aNewKeyIsTrustedTheFormerOneSetAsideAndTheAuditTrailSaysSo() {
    follow(true);
    TestIdp renewed = IDP.withNewKey();

    metadata = renewed.metadata();

    await().until(() -> trust(renewed).equals("trusted") && trust(IDP).equals("candidate"));
    await()
        .untilAsserted(() ->
            assertThat(Topic.of("gatehouse.audit").events())
                .anySatisfy(event ->
                    assertThat(event.data())
                        .contains("connection.idp_keys_followed")
                        .contains(connection)
                        .contains(renewed.fingerprint())));
  }

  @Test
  void nothingIsFollowedUnlessAskedFor() {
    assertThat(admin.read(connection).<Object>get("metadataFollowing")).isNull();
    follow(true);
    await().until(() -> admin.read(connection).get("metadataFollowing.lookedAt") != null);
    follow(false);
    TestIdp renewed = IDP.withNewKey();
    metadata = renewed.metadata();

    String other = anotherFollower();

    await().until(() -> admin.read(other).get("metadataFollowing.lookedAt") != null);
    assertThat(trust(renewed)).isEmpty();
    assertThat(admin.read(connection).<Object>get("metadataFollowing")).isNull();
  }

  @Test
  void anAddressThatDescribesSomebodyElseNowChangesNothing() {
    follow(true);
    TestIdp attacker = TestIdp.named("attacker");

    metadata = attacker.metadata();

    await()
        .until(
            () -> problem().contains("another identity provider") || problem().contains("entity"));
    assertThat(trust(attacker)).isEmpty();
    assertThat(trust(IDP)).isEqualTo("trusted");
  }

  @Test
  void aRevokedKeyStaysRevokedAndTheLastTrustedOneIsNeverTakenAway() {
    TestIdp renewed = IDP.withNewKey();
    String keys = "/v1/connections/" + connection + "/idp-keys";
    admin.asking().body(Map.of("certificate", renewed.certificate())).post(keys);
    admin
        .asking()
        .body(Map.of("trust", "revoked"))
        .patch(keys + "/" + renewed.fingerprint())
        .then()
        .statusCode(200);
    follow(true);

    metadata = renewed.metadata();

    await().until(() -> problem().contains("no key that may be trusted"));
    assertThat(trust(renewed)).isEqualTo("revoked");
    assertThat(trust(IDP)).isEqualTo("trusted");
  }

  @Test
  void whatCannotBeReadIsAProblemThatTheAdminSees() {
    follow(true);

    metadata = "<html>maintenance</html>";

    await().until(() -> !problem().isEmpty());
    assertThat(trust(IDP)).isEqualTo("trusted");
    metadata = IDP.metadata();
    await().until(() -> problem().isEmpty());
  }

  @Test
  void thereMustBeAnAddressToFollow() {
    admin.put(connection, "draft", Map.of("metadataXml", IDP.metadata()));

    Response answer = edit(Map.of("followMetadata", true));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.<String>path("code")).isEqualTo("metadata_url_missing");
  }

  private String anotherFollower() {
    TestOrganization other = TestOrganization.selfServing();
    String made = Admin.operator().create(other, "custom-saml");
    Admin.operator()
        .put(
            made,
            "draft",
            Map.of(
                "metadataUrl", "http://127.0.0.1:" + server.getAddress().getPort() + "/metadata"));
    admin = Admin.operator();
    String before = connection;
    connection = made;
    follow(true);
    connection = before;
    return made;
  }

  private void follow(boolean wanted) {
    Response answer = edit(Map.of("followMetadata", wanted));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private Response edit(Map<String, ?> body) {
    return admin
        .asking()
        .header("If-Match", admin.etag(connection))
        .body(body)
        .patch("/v1/connections/" + connection);
  }

  private String trust(TestIdp idp) {
    String found =
        admin
            .read(connection)
            .getString("idpKeys.find { it.id == '" + idp.fingerprint() + "' }?.trust");
    return found == null ? "" : found;
  }

  private String problem() {
    JsonPath seen = admin.read(connection);
    String problem = seen.getString("metadataFollowing.problem");
    return problem == null ? "" : problem;
  }
}
