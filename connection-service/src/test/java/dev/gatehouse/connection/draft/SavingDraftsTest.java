package dev.gatehouse.connection.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestDomain;
import dev.gatehouse.connection.fixtures.TestIdp;
import dev.gatehouse.connection.fixtures.TestOrganization;
import dev.gatehouse.sealing.Seal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SavingDraftsTest {

  private static final TestIdp IDP = TestIdp.named("idp");

  @Inject
  @Named("test-runs")
  Seal testRuns;

  private TestOrganization acme;
  private Admin admin;
  private String connection;

  @BeforeEach
  void anOrganizationSetsUpItsConnection() {
    acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    connection = admin.create(acme, "custom-saml");
  }

  @Test
  void understandsMetadataAndShowsWhatItUnderstood() {
    Response saved = save(Map.of("metadataXml", "﻿\n" + IDP.metadata()));

    JsonPath answer = ok(saved);
    assertThat(answer.getString("status")).isEqualTo("in_progress");
    assertThat(answer.getString("understood.entityId")).isEqualTo(IDP.entityId());
    assertThat(answer.getString("understood.ssoUrl")).isEqualTo(IDP.ssoUrl());
    assertThat(answer.getString("understood.certificates[0].fingerprint"))
        .isEqualTo(IDP.fingerprint());
    assertThat(answer.getList("understood.warnings")).isEmpty();
    assertThat(answer.getString("draft.saml.ssoBinding")).isEqualTo("redirect");
    assertThat(answer.getString("draft.saml.subject.source")).isEqualTo("name_id");
    assertThat(answer.<String>getList("draft.saml.attributes.email")).contains("email", "mail");
    assertThat(answer.<String>getList("idpKeys.trust")).containsExactly("trusted");
    assertThat(answer.getList("missing")).containsExactly("domain", "test");
  }

  @Test
  void understandsThreeFieldsAndWarnsOfACertificateThatExpiresSoon() {
    TestIdp expiring = IDP.expiringIn(Duration.ofDays(10));

    JsonPath answer =
        ok(
            save(
                Map.of(
                    "idpEntityId", expiring.entityId(),
                    "ssoUrl", expiring.ssoUrl(),
                    "certificate", expiring.certificate())));

    assertThat(answer.<String>getList("understood.warnings.code"))
        .containsExactly("certificate_expires_soon");
    assertThat(answer.getString("draft.source")).isEqualTo("fields");
  }

  @Test
  void fetchesMetadataFromAnAddress() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    byte[] body = IDP.metadata().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/metadata",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();

      JsonPath answer = ok(save(Map.of("metadataUrl", address + "/metadata")));

      assertThat(answer.getString("draft.metadataUrl")).isEqualTo(address + "/metadata");
      assertThat(answer.getString("draft.saml.idpEntityId")).isEqualTo(IDP.entityId());
      refused(save(Map.of("metadataUrl", address + "/other")), 422, "metadata_fetch_failed");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void doesNotFetchFromPrivateNetworks() {
    for (String address :
        List.of(
            "https://10.0.0.1/metadata",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/metadata",
            "http://192.168.1.1/")) {
      refused(save(Map.of("metadataUrl", address)), 422, "metadata_fetch_refused");
    }
  }

  @Test
  void saysWhatIsWrongWithWhatCannotBeUsed() {
    refused(save(Map.of("metadataXml", "<html>Sign in</html>")), 422, "metadata_unreadable");
    refused(save(Map.of("metadataXml", "not xml")), 422, "metadata_unreadable");
    refused(
        save(Map.of("metadataXml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x/>")),
        422,
        "metadata_unreadable");
    refused(
        save(Map.of("idpEntityId", "x", "ssoUrl", "https://a.example", "certificate", "MIIB")),
        422,
        "certificate_unreadable");
    refused(
        save(
            Map.of(
                "idpEntityId", "x",
                "ssoUrl", "https://a.example",
                "certificate", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")),
        422,
        "certificate_unreadable");
    refused(save(Map.of()).then().extract().response(), 409, "connection_incomplete");
    refused(
        save(Map.of("metadataXml", IDP.metadata(), "metadataUrl", "https://a.example")),
        400,
        "invalid_request");
    refused(save(Map.of("idpEntityId", "x")), 400, "invalid_request");
    refused(save(Map.of("metadataUrl", "not a url")), 400, "invalid_request");
  }

  @Test
  void sendsBrowsersOnlyToHttpsUnlessTheOperatorAllowsTheNetwork() {
    refused(
        save(Map.of("metadataXml", IDP.withSsoUrl("http://8.8.8.8/sso").metadata())),
        422,
        "idp_url_refused");
    refused(fields("javascript:alert(1)"), 422, "idp_url_refused");
    refused(fields("https://user:secret@idp.example/"), 422, "idp_url_refused");
    ok(fields("http://127.0.0.1:8180/sso"));
  }

  private Response fields(String ssoUrl) {
    return save(Map.of("idpEntityId", "x", "ssoUrl", ssoUrl, "certificate", IDP.certificate()));
  }

  @Test
  void asksWhichOfSeveralIdentityProvidersIsMeant() {
    TestIdp other = TestIdp.named("other");
    String both =
        "<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            + IDP.metadata()
            + other.metadata()
            + "</EntitiesDescriptor>";

    Response asked = save(Map.of("metadataXml", both));
    refused(asked, 422, "metadata_several_entities");
    assertThat(asked.<List<String>>path("entities"))
        .containsExactly(IDP.entityId(), other.entityId());
    JsonPath chosen = ok(save(Map.of("metadataXml", both, "entityId", other.entityId())));

    assertThat(chosen.getString("draft.saml.idpEntityId")).isEqualTo(other.entityId());
  }

  @Test
  void knowsTheMistakesThatPeopleMakeWithEachProvider() {
    refused(
        save(
            Map.of(
                "idpEntityId", "https://accounts.google.com/o/saml2/idp?idpid=C01",
                "ssoUrl", "https://accounts.google.com/o/saml2?idpid=C01",
                "certificate", IDP.certificate())),
        422,
        "idp_fields_swapped");
    for (String address :
        List.of(
            "https://login.microsoftonline.com/common/federationmetadata/2007-06/federationmetadata.xml",
            "https://acme-admin.okta.com/admin/apps",
            "https://acme.okta.com/app/x/exk1/sso/saml")) {
      refused(save(Map.of("metadataUrl", address)), 422, "metadata_unreadable");
    }
    TestIdp okta =
        new TestIdp(
            "http://www.okta.com/exk1", "https://acme.okta.com/sso/saml", IDP.certificate());
    assertThat(
            ok(save(Map.of("metadataXml", okta.metadata())))
                .<String>getList("understood.warnings.code"))
        .containsExactly("provider_differs");
  }

  @Test
  void optionsAreFixedByTheRevisionAndMayChangeAlone() {
    JsonPath first =
        ok(
            save(
                Map.of(
                    "metadataXml",
                    IDP.metadata(),
                    "options",
                    Map.of("forceAuthn", true, "attributes", Map.of("email", List.of("mail"))))));
    assertThat(first.getBoolean("draft.saml.forceAuthn")).isTrue();
    assertThat(first.<String>getList("draft.saml.attributes.email")).containsExactly("mail");

    JsonPath second =
        ok(
            save(
                Map.of(
                    "options",
                    Map.of("subject", Map.of("source", "attribute", "attribute", "uid")))));

    assertThat(second.getString("draft.saml.subject.attribute")).isEqualTo("uid");
    assertThat(second.getBoolean("draft.saml.forceAuthn")).isTrue();
    assertThat(second.getString("draft.source")).isEqualTo("previous");
    assertThat(second.getInt("draft.number")).isEqualTo(2);
    assertThat(second.getString("draft.id")).isNotEqualTo(first.getString("draft.id"));
  }

  @Test
  void refusesATransientIdentifierAndASubjectWithoutItsAttribute() {
    refused(
        save(
            Map.of(
                "metadataXml",
                IDP.metadata(),
                "options",
                Map.of("nameIdFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"))),
        400,
        "invalid_request");
    refused(
        save(
            Map.of(
                "metadataXml",
                IDP.metadata(),
                "options",
                Map.of("subject", Map.of("source", "attribute")))),
        400,
        "invalid_request");
  }

  @Test
  void entraPeopleAreKnownByTheirObjectId() {
    connection = admin.create(acme, "microsoft-entra-id");

    JsonPath answer = ok(save(Map.of("metadataXml", IDP.metadata())));

    assertThat(answer.getString("draft.saml.subject.source")).isEqualTo("entra_object_id");
    assertThat(answer.<String>getList("draft.saml.attributes.email").getFirst())
        .startsWith("http://schemas.xmlsoap.org/");
  }

  @Test
  void theSecondOfTwoPeopleWhoEditIsToldSo() {
    String read = admin.etag(connection);
    ok(save(Map.of("metadataXml", IDP.metadata())));

    refused(
        admin
            .asking()
            .header("If-Match", read)
            .body(Map.of("metadataXml", IDP.metadata()))
            .put("/v1/connections/" + connection + "/draft"),
        412,
        "precondition_failed");
    refused(
        admin
            .asking()
            .body(Map.of("metadataXml", IDP.metadata()))
            .put("/v1/connections/" + connection + "/draft"),
        428,
        "precondition_required");
  }

  @Test
  void aDraftBesideWhatIsLiveCanBeDiscardedAndItsNewKeyIsOnlyProposed() {
    String live = goLive();
    TestIdp renewed = IDP.withNewKey();

    JsonPath answer = ok(save(Map.of("metadataXml", renewed.metadata())));

    assertThat(answer.getString("status")).isEqualTo("active");
    assertThat(answer.getString("live.id")).isEqualTo(live);
    assertThat(answer.<String>getList("idpKeys.trust")).containsExactly("trusted", "candidate");
    Response discarded =
        admin
            .asking()
            .header("If-Match", admin.etag(connection))
            .delete("/v1/connections/" + connection + "/draft");
    assertThat(discarded.<String>path("draft")).isNull();
    assertThat(discarded.<String>path("live.id")).isEqualTo(live);
    assertThat(
            admin
                .asking()
                .get("/v1/connections/" + connection + "/revisions")
                .jsonPath()
                .<Integer>getList("items.number"))
        .containsExactly(1, 2);
  }

  @Test
  void keysAreTrustedAndRevokedByHandAndARevokedOneStaysSo() {
    ok(save(Map.of("metadataXml", IDP.metadata())));
    String keys = "/v1/connections/" + connection + "/idp-keys";
    refused(
        admin.asking().body(Map.of("trust", "trusted")).patch(keys + "/abc"), 404, "key_unknown");
    assertThat(trust(keys, "revoked")).containsExactly("revoked");

    ok(save(Map.of("metadataXml", IDP.metadata())));
    Response added = admin.asking().body(Map.of("certificate", IDP.certificate())).post(keys);

    assertThat(added.<List<String>>path("idpKeys.trust")).containsExactly("revoked");
    assertThat(added.<List<String>>path("missing")).contains("trusted_key");
    assertThat(trust(keys, "trusted")).containsExactly("trusted");
    refused(
        admin.asking().body(Map.of("certificate", "nonsense")).post(keys),
        422,
        "certificate_unreadable");
  }

  private List<String> trust(String keys, String trust) {
    return admin
        .asking()
        .body(Map.of("trust", trust))
        .patch(keys + "/" + IDP.fingerprint())
        .path("idpKeys.trust");
  }

  private String goLive() {
    String revision = admin.save(connection, IDP);
    admin.pass(connection, testRuns);
    admin.assign(connection, TestDomain.verified(acme));
    assertThat(admin.activate(connection, revision).statusCode()).isEqualTo(200);
    return revision;
  }

  private Response save(Map<String, ?> body) {
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
