package dev.gatehouse.saml;

import static dev.gatehouse.saml.MetadataWarning.Code.CERTIFICATE_EXPIRED;
import static dev.gatehouse.saml.MetadataWarning.Code.CERTIFICATE_SKIPPED;
import static dev.gatehouse.saml.MetadataWarning.Code.LOGOUT_SKIPPED;
import static dev.gatehouse.saml.MetadataWarning.Code.METADATA_EXPIRED;
import static dev.gatehouse.saml.MetadataWarning.Code.PLAIN_HTTP_URL;
import static dev.gatehouse.saml.MetadataWarning.Code.WEAK_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.saml.fixtures.Judge;
import dev.gatehouse.saml.fixtures.ResponseText;
import dev.gatehouse.saml.fixtures.TestKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

  private static final String REDIRECT =
      "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\""
          + " Location=\"https://idp.example.com/sso?idpid=1\"/>";
  private static final String POST =
      "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""
          + " Location=\"https://idp.example.com/sso/post\"/>";

  private String entityId = ResponseText.IDP;
  private String entityMore = "";
  private String roleMore = "";
  private String otherRoles = "";
  private String keys = key(" use=\"signing\"", Judge.KEY);
  private String services = REDIRECT + POST;

  private static String key(String use, TestKey key) {
    return keyText(use, key.trusted().toPem().replaceAll("-----[A-Z ]+-----", ""));
  }

  private static String keyText(String use, String certificate) {
    return "<md:KeyDescriptor"
        + use
        + "><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data>"
        + "<ds:X509Certificate>"
        + certificate
        + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
  }

  private String entity() {
    return "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\""
        + entityId
        + "\""
        + entityMore
        + ">"
        + otherRoles
        + "<md:IDPSSODescriptor"
        + " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\""
        + roleMore
        + ">"
        + keys
        + services
        + "</md:IDPSSODescriptor></md:EntityDescriptor>";
  }

  private static MetadataOutcome outcome(String xml) {
    return outcome(xml, Optional.empty());
  }

  private static MetadataOutcome outcome(String xml, Optional<String> entityId) {
    return Judge.SAML.readMetadata(
        xml.getBytes(StandardCharsets.UTF_8), entityId, ResponseText.NOW);
  }

  private IdpMetadata read() {
    var outcome = outcome(entity());
    assertThat(outcome).isInstanceOf(MetadataOutcome.Read.class);
    return ((MetadataOutcome.Read) outcome).metadata();
  }

  private static MetadataOutcome.Unreadable refused(String xml, MetadataProblem problem) {
    var outcome = outcome(xml);
    assertThat(outcome).isInstanceOf(MetadataOutcome.Unreadable.class);
    var unreadable = (MetadataOutcome.Unreadable) outcome;
    assertThat(unreadable.problem()).isEqualTo(problem);
    assertThat(unreadable.text()).isNotBlank();
    return unreadable;
  }

  private List<MetadataWarning.Code> warnings() {
    return read().warnings().stream().map(MetadataWarning::code).toList();
  }

  @Test
  void readsAnIdentityProvider() {
    roleMore = " WantAuthnRequestsSigned=\"true\"";
    var metadata = read();
    assertThat(metadata.entityId()).isEqualTo(ResponseText.IDP);
    assertThat(metadata.ssoRedirectUrl())
        .contains(URI.create("https://idp.example.com/sso?idpid=1"));
    assertThat(metadata.ssoPostUrl()).contains(URI.create("https://idp.example.com/sso/post"));
    assertThat(metadata.signingCertificates()).containsExactly(Judge.KEY.trusted());
    assertThat(metadata.wantsSignedRequests()).isTrue();
    assertThat(metadata.warnings()).isEmpty();
  }

  @Test
  void readsWhereLogoutRequestsAndResponsesGo() {
    assertThat(read().logout()).isEmpty();
    String post = logout("HTTP-POST", "https://idp.example.com/slo", "");
    services = REDIRECT + post;
    assertThat(read().logout())
        .contains(
            new LogoutService(
                URI.create("https://idp.example.com/slo"),
                Optional.empty(),
                LogoutService.Binding.POST));
    services =
        REDIRECT
            + post
            + logout(
                "HTTP-Redirect",
                "https://idp.example.com/slo/r",
                " ResponseLocation=\"https://idp.example.com/slo/done\"");
    assertThat(read().logout())
        .contains(
            new LogoutService(
                URI.create("https://idp.example.com/slo/r"),
                Optional.of(URI.create("https://idp.example.com/slo/done")),
                LogoutService.Binding.REDIRECT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "", "https://user:pass@idp.example.com/slo"})
  void anAddressOfLogoutThatABrowserMustNotBeSentToIsLeftOut(String location) {
    services = REDIRECT + logout("HTTP-Redirect", location, "");
    assertThat(read().logout()).isEmpty();
    services =
        REDIRECT
            + logout(
                "HTTP-Redirect",
                "https://idp.example.com/slo",
                " ResponseLocation=\"" + location + "\"");
    assertThat(read().logout()).isEmpty();
    assertThat(warnings()).containsExactly(LOGOUT_SKIPPED);
    assertThat(read().ssoRedirectUrl()).isPresent();
  }

  private static String logout(String binding, String location, String more) {
    return "<md:SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:"
        + binding
        + "\" Location=\""
        + location
        + "\""
        + more
        + "/>";
  }

  @Test
  void aKeyWithoutUseSignsToo() {
    keys = key("", Judge.KEY) + key(" use=\"encryption\"", TestKey.rsa("encryption"));
    assertThat(read().signingCertificates()).containsExactly(Judge.KEY.trusted());
  }

  @Test
  void keepsEverySigningKeyOnce() {
    keys += key(" use=\"signing\"", TestKey.ec("next", 256)) + key("", Judge.KEY);
    assertThat(read().signingCertificates())
        .containsExactly(Judge.KEY.trusted(), TestKey.ec("next", 256).trusted());
  }

  @Test
  void readsNoOtherRole() {
    otherRoles =
        "<md:RoleDescriptor xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xmlns:fed=\"http://docs.oasis-open.org/wsfed/federation/200706\""
            + " xsi:type=\"fed:SecurityTokenServiceType\""
            + " protocolSupportEnumeration=\"http://docs.oasis-open.org/wsfed/federation/200706\">"
            + key(" use=\"signing\"", Judge.ATTACKER)
            + "</md:RoleDescriptor>";
    assertThat(read().signingCertificates()).containsExactly(Judge.KEY.trusted());
  }

  @Test
  void stripsEntrasByteOrderMarkAndPastedBlanks() {
    String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + entity();
    assertThat(outcome("\ufeff" + xml)).isInstanceOf(MetadataOutcome.Read.class);
    assertThat(outcome("\n  " + xml + "\n")).isInstanceOf(MetadataOutcome.Read.class);
  }

  @Test
  void warnsOfWhatIsExpiredOrWeakAndReadsItAnyway() {
    keys = key("", TestKey.expired("old")) + key("", TestKey.rsa("small", 1024));
    entityMore = " validUntil=\"2026-01-01T00:00:00Z\"";
    assertThat(warnings())
        .containsExactlyInAnyOrder(CERTIFICATE_EXPIRED, WEAK_KEY, METADATA_EXPIRED);
    assertThat(read().validUntil()).contains(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void warnsOfAnAddressWithoutEncryption() {
    services = REDIRECT.replace("https:", "http:");
    assertThat(warnings()).containsExactly(PLAIN_HTTP_URL);
  }

  @Test
  void skipsACertificateThatCannotBeReadIfAnotherCan() {
    keys += keyText("", "AAAA");
    assertThat(warnings()).containsExactly(CERTIFICATE_SKIPPED);
  }

  @Test
  void asksWhichOneWhenThereAreSeveral() {
    String first = entity();
    entityId = "https://second.example";
    String both =
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            + first
            + entity()
            + "</md:EntitiesDescriptor>";

    assertThat(outcome(both))
        .isEqualTo(
            new MetadataOutcome.SeveralEntities(
                List.of(ResponseText.IDP, "https://second.example")));
    assertThat(outcome(both, Optional.of("https://second.example")))
        .isInstanceOfSatisfying(
            MetadataOutcome.Read.class,
            read -> assertThat(read.metadata().entityId()).isEqualTo("https://second.example"));
    assertThat(outcome(both, Optional.of("https://third.example")))
        .isInstanceOfSatisfying(
            MetadataOutcome.Unreadable.class,
            no -> assertThat(no.problem()).isEqualTo(MetadataProblem.METADATA_ENTITY_NOT_FOUND));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//idp.example.com/sso",
        "https://user:pass@idp.example.com/",
        "https:///sso",
        "",
        "not a url"
      })
  void refusesAddressesThatABrowserMustNotBeSentTo(String location) {
    services = REDIRECT.replace("https://idp.example.com/sso?idpid=1", location);
    refused(entity(), MetadataProblem.METADATA_URL_REFUSED);
  }

  @Test
  void refusesADoctype() {
    refused(
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + entity(),
        MetadataProblem.METADATA_DOCTYPE_FORBIDDEN);
  }

  @Test
  void explainsTheMetadataOfAServiceProvider() {
    String ours =
        Judge.SAML.serviceProviderMetadata(
            new ServiceProvider(
                ResponseText.SP, ResponseText.ACS, Optional.empty(), false, List.of(), List.of()));
    assertThat(refused(ours, MetadataProblem.METADATA_IS_SERVICE_PROVIDER).text())
        .contains("service provider");
  }

  @Test
  void explainsWhatIsNoMetadata() {
    refused("", MetadataProblem.METADATA_EMPTY);
    refused("<!DOCTYPE html><html><body>Sign in</body></html>", MetadataProblem.METADATA_IS_HTML);
    refused("{\"issuer\":\"x\"}", MetadataProblem.METADATA_MALFORMED);
    refused("<rss/>", MetadataProblem.METADATA_NOT_SAML);
    refused(new ResponseText().response(), MetadataProblem.METADATA_NOT_SAML);
  }

  @Test
  void saysInWhichEncodingMetadataIsNeeded() {
    String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + entity();
    assertThat(refused(latin, MetadataProblem.METADATA_MALFORMED).text())
        .isEqualTo("This is encoded as ISO-8859-1; save it as UTF-8.");
  }

  @Test
  void readsMetadataThatBeginsWithAStylesheet() {
    assertThat(outcome("<?xml-stylesheet href='x'?>" + entity()))
        .isInstanceOf(MetadataOutcome.Read.class);
  }

  @Test
  void refusesMetadataThatCouldTrustNothing() {
    keys = "";
    refused(entity(), MetadataProblem.METADATA_NO_SIGNING_KEY);
    keys = key(" use=\"encryption\"", Judge.KEY);
    refused(entity(), MetadataProblem.METADATA_NO_SIGNING_KEY);
    keys = keyText("", "AAAA");
    refused(entity(), MetadataProblem.METADATA_CERTIFICATE_UNREADABLE);
  }

  @Test
  void refusesIncompleteMetadata() {
    services = "";
    refused(entity(), MetadataProblem.METADATA_NO_SIGN_ON_URL);
    entityId = "";
    refused(entity(), MetadataProblem.METADATA_ENTITY_ID_MISSING);
    entityId = "https://sts.windows.net/{tenantid}/";
    refused(entity(), MetadataProblem.METADATA_TENANT_PLACEHOLDER);
  }
}
