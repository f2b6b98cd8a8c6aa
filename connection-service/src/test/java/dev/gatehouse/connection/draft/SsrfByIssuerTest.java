package dev.gatehouse.connection.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.backends.PostgresAndKafka;
import dev.gatehouse.connection.fixtures.Admin;
import dev.gatehouse.connection.fixtures.TestOpenIdProvider;
import dev.gatehouse.connection.fixtures.TestOrganization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An admin of a customer makes us ask addresses inside. 127.0.0.0/8 alone is allowed in these
 * tests, as an operator would allow a network.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKafka.class)
class SsrfByIssuerTest {

  private Admin admin;
  private String oidc;
  private String saml;

  @BeforeEach
  void anOrganizationHasTwoConnections() {
    TestOrganization acme = TestOrganization.selfServing();
    admin = Admin.of(acme);
    oidc = admin.create(acme, "custom-oidc");
    saml = admin.create(acme, "custom-saml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://[::1]", // loopback
        "https://0.0.0.0",
        "https://10.0.0.1", // private
        "https://172.16.0.1",
        "https://192.168.1.1",
        "https://100.64.0.1",
        "https://169.254.169.254", // link-local: the cloud's metadata
        "https://[fe80::1]",
        "https://[fd00::1]",
        "https://[::ffff:10.0.0.1]", // IPv4-mapped
        "https://[::ffff:a9fe:a9fe]",
        "https://[64:ff9b::a00:1]", // NAT64
        "https://[2002:a00:1::]", // 6to4
        "http://8.8.8.8", // not encrypted
        "https://8.8.8.8:22" // another service
      })
  void neitherIssuerNorMetadataIsFetchedFromInside(String address) {
    refused(issuer(address), "discovery_fetch_refused");
    refused(issuer(address + "/.well-known/openid-configuration"), "discovery_fetch_refused");
    refused(
        admin.put(saml, "draft", Map.of("metadataUrl", address + "/metadata")),
        "metadata_fetch_refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://user:pass@8.8.8.8", "file:///etc/passwd", "gopher://10.0.0.1", "https:/"})
  void noAddressOfAnotherKindIsFetched(String address) {
    refused(issuer(address), "issuer_invalid");
    refused(admin.put(saml, "draft", Map.of("metadataUrl", address)), "metadata_fetch_refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.1/", "http://169.254.169.254/", "http://[::1]/"})
  void noRedirectLeadsInside(String target) {
    try (TestOpenIdProvider provider = new TestOpenIdProvider().redirecting(target)) {
      refused(issuer(provider.issuer()), "discovery_fetch_failed");
      refused(
          admin.put(saml, "draft", Map.of("metadataUrl", provider.issuer() + "/metadata")),
          "metadata_fetch_failed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "token_endpoint,https://10.0.0.1/token",
    "token_endpoint,http://8.8.8.8/token",
    "jwks_uri,https://169.254.169.254/latest",
    "jwks_uri,https://[::ffff:10.0.0.1]/jwks",
    "userinfo_endpoint,https://[::1]/userinfo",
    "authorization_endpoint,http://login.example.com/authorize",
    "authorization_endpoint,javascript:alert(1)",
    "end_session_endpoint,http://login.example.com/logout"
  })
  void noConfigurationPointsInsideOrToAnUnencryptedAddress(String endpoint, String address) {
    try (TestOpenIdProvider provider = new TestOpenIdProvider().with(endpoint, address)) {
      Response answer = issuer(provider.issuer());

      refused(answer, "discovery_endpoint_refused");
      assertThat(answer.<String>path("received")).isEqualTo(address);
    }
  }

  private Response issuer(String address) {
    return admin.put(
        oidc,
        "draft",
        Map.of("oidc", Map.of("issuer", address, "clientId", "c", "clientSecret", "s")));
  }

  private static void refused(Response answer, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
    assertThat(answer.<String>path("code")).as(answer.asString()).isEqualTo(code);
  }
}
