package dev.gatehouse.connection.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestOpenIdProvider;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.sealing.AtGateway;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client secret goes in and never comes out, but for the gateway. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class ClientSecretsTest {

  private static final String SECRET = "s3cret-that-nobody-may-read-q7x";

  @Inject AtGateway gateway;

  private final TestOpenIdProvider provider = new TestOpenIdProvider();
  private Admin admin;
  private TestOrganization acme;
  private String connection;

  @BeforeEach
  void anOrganizationSetsUpItsConnection() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    connection = admin.create(acme, "custom-oidc");
  }

  @AfterEach
  void theProviderStops() {
    provider.close();
  }

  @Test
  void onlyTheGatewayCanReadItAndOnlyForThisConnection() {
    ok(save(Map.of("clientSecret", " " + SECRET + "\n")));

    String sealed = sealed();

    String context = connection + "/client-secret";
    assertThat(new String(gateway.open(sealed, context), StandardCharsets.UTF_8)).isEqualTo(SECRET);
    assertThat(readableBy(admin.create(acme, "custom-oidc") + "/client-secret", sealed)).isFalse();
  }

  @Test
  void nobodyReadsItInAnAnswerAnEventTheAuditTrailOrALog() {
    List<String> logged = Collections.synchronizedList(new ArrayList<>());
    Handler listener = listener(logged);
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try {
      String path = "/v1/connections/" + connection;
      List<Response> answers =
          List.of(
              save(Map.of("clientSecret", SECRET)),
              save(Map.of("clientSecret", SECRET, "scopes", List.of("not a scope"))),
              save(Map.of("clientSecret", SECRET, "forceLogin", "perhaps")),
              save(Map.of("clientSecret", SECRET, "unknown", 1)),
              save(Map.of("clientSecret", SECRET, "issuer", "http://10.0.0.1")),
              save(Map.of("clientSecret", List.of(SECRET))),
              save(Map.of("clientSecret", SECRET.repeat(100))),
              admin.asking().get(path),
              admin.asking().get(path + "/revisions"),
              admin.asking().get(path + "/setup-guide"),
              admin.asking().get("/v1/connections?organization=" + acme.id()));
      String sealed = sealed();
      await().untilAsserted(() -> assertThat(said("gatehouse.audit")).contains("draft_saved"));

      assertThat(answers)
          .allSatisfy(answer ->
              assertThat(answer.asString()).doesNotContain(SECRET).doesNotContain(sealed));
      assertThat(answers).noneSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(500));
      assertThat(said("gatehouse.connections")).contains(sealed).doesNotContain(SECRET);
      assertThat(said("gatehouse.audit")).doesNotContain(sealed).doesNotContain(SECRET);
      assertThat(logged).isNotEmpty().noneSatisfy(line -> assertThat(line).contains(SECRET));
    } finally {
      root.removeHandler(listener);
    }
  }

  @Test
  void leftOutItStaysForTheSameIssuerAndClientAlone() {
    ok(save(Map.of("clientSecret", SECRET)));
    String first = sealed();

    assertThat(ok(save(Map.of("forceLogin", true))).getBoolean("draft.oidc.clientSecretSet"))
        .isTrue();
    await().untilAsserted(() -> assertThat(latest().getBoolean("draft.oidc.forceLogin")).isTrue());
    assertThat(sealed()).isEqualTo(first);

    refused(save(Map.of("clientId", "another")), "client_secret_missing");
    try (TestOpenIdProvider attackers = new TestOpenIdProvider()) {
      refused(save(Map.of("issuer", attackers.issuer())), "client_secret_missing");
    }
    assertThat(admin.read(connection).getInt("draft.number")).isEqualTo(2);
  }

  @Test
  void aPrivateKeyNeedsNoneAndForgetsIt() {
    ok(save(Map.of("clientSecret", SECRET)));

    JsonPath keyed = ok(save(Map.of("tokenEndpointAuthMethod", "private_key_jwt")));

    assertThat(keyed.getBoolean("draft.oidc.clientSecretSet")).isFalse();
    refused(
        save(Map.of("tokenEndpointAuthMethod", "client_secret_basic")), "client_secret_missing");
  }

  private boolean readableBy(String context, String sealed) {
    try {
      gateway.open(sealed, context);
      return true;
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  private String sealed() {
    await().until(() -> latest().get("draft.oidc") != null);
    return latest().getString("draft.oidc.sealedClientSecret");
  }

  private JsonPath latest() {
    return new JsonPath(
        Topic.of("gatehouse.connections").events().stream()
            .filter(seen -> seen.key().equals(connection))
            .toList()
            .getLast()
            .data());
  }

  /** All that a topic holds about the connection. */
  private String said(String topic) {
    return Topic.of(topic).events().stream()
        .map(Topic.Seen::data)
        .filter(data -> data.contains(connection))
        .collect(Collectors.joining("\n"));
  }

  private Response save(Map<String, ?> oidc) {
    Map<String, Object> whole =
        new java.util.LinkedHashMap<>(Map.of("issuer", provider.issuer(), "clientId", "gatehouse"));
    whole.putAll(oidc);
    return admin.put(connection, "draft", Map.of("oidc", whole));
  }

  private static Handler listener(List<String> logged) {
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            logged.add(
                line.getMessage()
                    + " "
                    + java.util.Arrays.toString(line.getParameters())
                    + " "
                    + line.getThrown());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    listener.setLevel(Level.ALL);
    return listener;
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static void refused(Response answer, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
    assertThat(answer.<String>path("code")).isEqualTo(code);
  }
}
