package dev.gatehouse.connection.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.backends.EventContracts;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.backends.Topic;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestDomain;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOpenIdProvider;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.sealing.Seal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an issuer to a live OpenID Connect connection, against a provider that really answers. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class OidcDraftsTest {

  @Inject
  @Named("test-runs")
  Seal testRuns;

  private final TestOpenIdProvider provider = new TestOpenIdProvider();
  private TestOrganization acme;
  private Admin admin;
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
  void aNewConnectionHasARedirectUriAndAnAddressForItsKeys() {
    JsonPath made = admin.read(connection);

    String bare = connection.substring("con_".length());
    assertThat(made.getString("protocol")).isEqualTo("oidc");
    assertThat(made.getString("serviceProvider.redirectUri"))
        .endsWith("/oidc/" + bare + "/callback");
    assertThat(made.getString("serviceProvider.jwksUrl")).endsWith("/oidc/" + bare + "/jwks");
    assertThat(made.<String>getList("missing")).containsExactly("configuration", "domain", "test");
    assertThat(admin.read(admin.create(acme, "okta")).getString("serviceProvider.redirectUri"))
        .isNull();
  }

  @Test
  void discoversTheProviderByItsIssuerOrItsConfigurationAndShowsWhatWasFound() {
    for (String address :
        List.of(
            provider.issuer(),
            provider.issuer() + "/",
            " " + provider.issuer() + "/.well-known/openid-configuration")) {
      JsonPath saved = ok(save(Map.of("issuer", address)));

      assertThat(saved.getString("draft.source")).isEqualTo("issuer");
      assertThat(saved.getString("draft.oidc.issuer")).isEqualTo(provider.issuer());
      assertThat(saved.<String>getList("draft.oidc.scopes"))
          .containsExactly("openid", "profile", "email");
      assertThat(saved.<String>getList("draft.oidc.idTokenSigningAlgs"))
          .containsExactly("RS256", "ES256");
      assertThat(saved.getString("draft.oidc.subject.source")).isEqualTo("sub");
      assertThat(saved.<Object>get("draft.saml")).isNull();
      assertThat(saved.getString("discovered.tokenEndpoint"))
          .isEqualTo(provider.issuer() + "/token");
      assertThat(saved.getString("discovered.jwksUri")).isEqualTo(provider.issuer() + "/jwks");
      assertThat(saved.getBoolean("discovered.sendsIssuer")).isTrue();
      assertThat(saved.<String>getList("discovered.signingAlgs")).doesNotContain("HS256");
      assertThat(saved.<String>getList("discovered.authMethods")).hasSize(3);
      assertThat(saved.<Object>getList("discovered.warnings")).isEmpty();
      assertThat(saved.getString("status")).isEqualTo("in_progress");
      assertThat(saved.<String>getList("missing")).containsExactly("domain", "test");
    }
  }

  @Test
  void refusesAnIssuerThatDoesNotCallItselfSo() {
    Response answer =
        save(Map.of("issuer", provider.with("issuer", "https://other.example").issuer()));

    refused(answer, 422, "discovery_issuer_mismatch");
    assertThat(answer.<String>path("expected")).isEqualTo(provider.issuer());
    assertThat(answer.<String>path("received")).isEqualTo("https://other.example");
  }

  @Test
  void refusesWhatIsKnownToBeTheWrongAddressWithoutAskingIt() {
    Response admin = save(Map.of("issuer", "https://acme-admin.okta.com"));
    refused(admin, 422, "issuer_okta_admin_host");
    assertThat(admin.<String>path("detail")).contains("https://acme.okta.com");
    for (String tenant : List.of("common", "organizations", "consumers")) {
      refused(
          save(Map.of("issuer", "https://login.microsoftonline.com/" + tenant + "/v2.0")),
          422,
          "issuer_entra_shared_tenant");
    }
    refused(save(Map.of("issuer", "ftp://login.example.com")), 422, "issuer_invalid");
    refused(save(Map.of("issuer", "login.example.com")), 422, "issuer_invalid");
    refused(save(Map.of("issuer", "https://a b")), 400, "invalid_request");
  }

  @Test
  void aTemplateForEveryTenantIsRefusedWhereverItIsFound() {
    provider.with("issuer", "https://login.microsoftonline.com/{tenantid}/v2.0");

    refused(save(Map.of("issuer", provider.issuer())), 422, "issuer_entra_shared_tenant");
  }

  @Test
  void refusesAProviderThatCannotDoWhatWeNeed() {
    provider.with("id_token_signing_alg_values_supported", List.of("HS256", "none"));
    refused(save(Map.of("issuer", provider.issuer())), 422, "discovery_unsupported");
    provider.with("id_token_signing_alg_values_supported", List.of("RS256"));
    provider.with("response_types_supported", List.of("id_token"));
    refused(save(Map.of("issuer", provider.issuer())), 422, "discovery_unsupported");
    provider.with("response_types_supported", List.of("code"));
    provider.with("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
    refused(
        save(Map.of("issuer", provider.issuer(), "tokenEndpointAuthMethod", "private_key_jwt")),
        422,
        "auth_method_unsupported");
    provider.with("jwks_uri", "");
    refused(save(Map.of("issuer", provider.issuer())), 422, "discovery_unreadable");
  }

  @Test
  void optionsAreFixedByTheRevisionAndMayChangeAlone() {
    ok(
        save(
            Map.of(
                "issuer",
                provider.issuer(),
                "forceLogin",
                true,
                "singleLogout",
                false,
                "scopes",
                List.of("groups"),
                "subject",
                Map.of("source", "claim", "claim", "employee_id"),
                "attributes",
                Map.of("email", List.of("mail")))));

    JsonPath second = ok(put(Map.of("oidc", Map.of("scopes", List.of("email")))));

    assertThat(second.getBoolean("draft.oidc.forceLogin")).isTrue();
    assertThat(second.getBoolean("draft.oidc.singleLogout")).isFalse();
    assertThat(second.<String>getList("draft.oidc.scopes")).containsExactly("openid", "email");
    assertThat(second.getString("draft.oidc.subject.claim")).isEqualTo("employee_id");
    assertThat(second.<String>getList("draft.oidc.attributes.email")).containsExactly("mail");
    assertThat(second.getBoolean("draft.oidc.clientSecretSet")).isTrue();
    assertThat(second.getInt("draft.number")).isEqualTo(2);
  }

  @Test
  void refusesWhatBelongsToTheOtherProtocol() {
    refused(put(Map.of("metadataXml", TestIdp.named("idp").metadata())), 422, "protocol_mismatch");
    refused(put(Map.of("options", Map.of("forceAuthn", true))), 422, "protocol_mismatch");
    refused(
        admin
            .asking()
            .body(Map.of("certificate", TestIdp.named("idp").certificate()))
            .post("/v1/connections/" + connection + "/idp-keys"),
        422,
        "protocol_mismatch");
    String saml = admin.create(acme, "custom-saml");
    refused(
        admin.put(
            saml, "draft", Map.of("oidc", Map.of("issuer", provider.issuer(), "clientId", "c"))),
        422,
        "protocol_mismatch");
    refused(
        put(
            Map.of(
                "oidc",
                Map.of("issuer", provider.issuer(), "clientId", "c"),
                "metadataXml",
                "<x/>")),
        400,
        "invalid_request");
  }

  @Test
  void goesLiveWithoutAKeyOfTheProviderOnceTestedAndEverybodyHearsOfIt() {
    JsonPath saved = ok(save(Map.of("issuer", provider.issuer())));
    admin.assign(connection, TestDomain.verified(acme));
    refused(admin.activate(connection, saved.getString("draft.id")), 409, "revision_not_tested");
    admin.pass(connection, testRuns);

    Response live = admin.activate(connection, saved.getString("draft.id"));

    assertThat(live.statusCode()).as(live.asString()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(published("ConnectionActivated")).hasSize(1));
    assertThat(published("ConnectionActivated"))
        .allSatisfy(data -> {
          assertThat(EventContracts.violations("connection", data)).isEmpty();
          JsonPath event = new JsonPath(data);
          assertThat(event.getString("live.oidc.issuer")).isEqualTo(provider.issuer());
          assertThat(event.getString("serviceProvider.redirectUri")).endsWith("/callback");
        });
  }

  @Test
  void anotherIssuerOrSubjectAsksBeforePeopleAreRelinked() {
    ok(save(Map.of("issuer", provider.issuer())));
    admin.assign(connection, TestDomain.verified(acme));
    admin.pass(connection, testRuns);
    admin.activate(connection, admin.read(connection).getString("draft.id"));

    ok(put(Map.of("oidc", Map.of("subject", Map.of("source", "claim", "claim", "uid")))));
    admin.pass(connection, testRuns);
    Response other = admin.activate(connection, admin.read(connection).getString("draft.id"));
    refused(other, 409, "relink_confirmation_required");
    assertThat(other.<Boolean>path("subjectChanges")).isTrue();
    assertThat(other.<Boolean>path("issuerChanges")).isFalse();

    try (TestOpenIdProvider second = new TestOpenIdProvider()) {
      ok(save(Map.of("issuer", second.issuer())));
      admin.pass(connection, testRuns);
      Response moved = admin.activate(connection, admin.read(connection).getString("draft.id"));
      refused(moved, 409, "relink_confirmation_required");
      assertThat(moved.<Boolean>path("issuerChanges")).isTrue();
    }
  }

  @Test
  void strangersFindNothing() {
    Admin stranger = Admin.of(TestOrganization.selfServing());

    refused(
        stranger
            .asking()
            .header("If-Match", admin.etag(connection))
            .body(Map.of("oidc", Map.of("issuer", provider.issuer(), "clientId", "c")))
            .put("/v1/connections/" + connection + "/draft"),
        404,
        "not_found");
    assertThat(provider.asked()).as("nothing is fetched for a stranger").isZero();
  }

  private List<String> published(String event) {
    return Topic.of("gatehouse.connections").events().stream()
        .filter(seen -> seen.key().equals(connection) && seen.event().equals(event))
        .map(Topic.Seen::data)
        .toList();
  }

  /** With a client and its secret, unless the test says otherwise. */
  private Response save(Map<String, ?> oidc) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("clientId", "gatehouse");
    whole.put("clientSecret", "correct horse battery staple");
    whole.putAll(oidc);
    return put(Map.of("oidc", whole));
  }

  private Response put(Map<String, ?> body) {
    return admin.put(connection, "draft", body);
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static void refused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.<String>path("code")).isEqualTo(code);
  }
}
