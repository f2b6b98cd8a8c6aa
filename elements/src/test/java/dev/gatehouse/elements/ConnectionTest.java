package dev.gatehouse.elements;

import static dev.gatehouse.elements.Stage.goes;
import static dev.gatehouse.elements.Stage.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.gatehouse.elements.PlayedApi.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final String DRAFT = "PUT " + SsoSamples.OKTA_PATH + "/draft";
  private static final String BOX = "Metadata URL or XML";
  private static final String URL = "https://acme.okta.com/app/exk1/sso/saml/metadata";

  private final Stage stage = new Stage();
  private volatile String connections = Samples.page();

  @AfterEach
  void close() {
    stage.close();
  }

  private void open(String connections) {
    this.connections = connections;
    SsoSamples.with(stage.api, Samples.page(SsoSamples.VERIFIED), "");
    stage.api.on("GET /v1/connections", request -> Answer.json(this.connections));
    stage.open("tab=security");
  }

  private void openFresh() {
    open(Samples.page(SsoSamples.fresh()));
    sees(stage.field(BOX));
  }

  @Test
  void renders() {
    open(Samples.page());
    sees(stage.heading("Which identity provider do you use?"));
    sees(stage.button("Microsoft Entra ID"));
    sees(stage.button("Another OpenID Connect provider"));
  }

  @Test
  void isAccessible() {
    open(Samples.page());
    sees(stage.button("Okta"));
    stage.isAccessible();
    connections = Samples.page(SsoSamples.fresh());
    stage.open("tab=security&theme=dark");
    sees(stage.field(BOX));
    stage.isAccessible();
  }

  @Test
  void createsTheConnectionWithTheDomainsThatAreProven() {
    stage.api.on("POST /v1/connections", Answer.json(SsoSamples.fresh()).status(201));
    stage.api.on("PUT " + SsoSamples.OKTA_PATH + "/domains", SsoSamples.fresh());
    open(Samples.page());
    sees(stage.button("Okta"));
    connections = Samples.page(SsoSamples.fresh());
    stage.button("Okta").click();
    sees(stage.field(BOX));
    assertThat(stage.api.requests("PUT " + SsoSamples.OKTA_PATH + "/domains").getFirst().body())
        .isEqualTo("{\"domains\":[\"dom_1\"]}");
  }

  @Test
  void leadsThroughTheConsolesOwnStepsWithOurValues() {
    openFresh();
    stage.button("Done, next step").click();
    stage.button("Copy Audience URI (SP Entity ID)").click();
    assertThat((String) stage.page.evaluate("() => navigator.clipboard.readText()"))
        .isEqualTo("https://sso.example.com/saml/01k9/metadata");
    stage.open("tab=security");
    sees(stage.button("Copy Audience URI (SP Entity ID)"));
  }

  @Test
  void readsAMetadataUrlAndShowsWhatWasUnderstood() {
    stage.api.on(DRAFT, SsoSamples.untested());
    openFresh();
    connections = Samples.page(SsoSamples.untested());
    stage.field(BOX).fill("\uFEFF " + URL + " ");
    stage.button("Read and save").click();
    sees(stage.text("This is what we understood"));
    sees(stage.text("http://www.okta.com/exk1fxp8qbTuXLrzE5d7"));
    PlayedApi.Request sent = stage.api.requests(DRAFT).getFirst();
    assertThat(sent.body()).isEqualTo("{\"metadataUrl\":\"" + URL + "\"}");
    assertThat(sent.header("if-match")).isEqualTo("\"3\"");
  }

  @Test
  void saysWhatWeSignAndThatTheProviderAsksForIt() {
    String signing =
        SsoSamples.untested()
            .replace(
                "\"signRequests\":false",
                "\"signRequests\":true,\"sloUrl\":\"https://acme.okta.com/slo\"");
    stage.api.on(
        DRAFT, signing.replaceFirst("\\{", "{\"understood\":{\"wantsSignedRequests\":true},"));
    openFresh();
    connections = Samples.page(signing);
    stage.field(BOX).fill(URL);
    stage.button("Read and save").click();
    sees(stage.text("Sign-in and logout requests. The provider asks for signed sign-in requests."));
  }

  @Test
  void aProviderThatTrustsOurKeyNeedsNoSecret() {
    String fresh = SsoSamples.fresh().replace("\"protocol\":\"saml\"", "\"protocol\":\"oidc\"");
    stage.api.on(DRAFT, fresh);
    open(Samples.page(fresh));
    sees(stage.field("Issuer"));
    stage.field("Issuer").fill("https://acme.okta.com");
    stage.field("Client ID").fill("0oa1");
    stage.field("How we prove who we are").selectOption("private_key_jwt");
    goes(stage.field("Client secret"));
    stage.button("Check and save").click();
    stage.page.waitForCondition(() -> !stage.api.requests(DRAFT).isEmpty());
    assertThat(stage.api.requests(DRAFT).getFirst().body())
        .isEqualTo(
            "{\"oidc\":{\"issuer\":\"https://acme.okta.com\",\"clientId\":\"0oa1\","
                + "\"tokenEndpointAuthMethod\":\"private_key_jwt\"}}");
  }

  @Test
  void takesAFile() {
    stage.api.on(DRAFT, SsoSamples.untested());
    openFresh();
    connections = Samples.page(SsoSamples.untested());
    String xml = "<md:EntityDescriptor entityID=\"x\"><md:IDPSSODescriptor/></md:EntityDescriptor>";
    stage
        .page
        .locator("#file")
        .setInputFiles(
            new FilePayload("metadata.xml", "text/xml", xml.getBytes(StandardCharsets.UTF_8)));
    sees(stage.text("This is what we understood"));
    assertThat(stage.api.requests(DRAFT).getFirst().body()).contains("metadataXml");
  }

  @Test
  void neverSendsAPrivateKey() {
    openFresh();
    stage.field(BOX).fill("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----");
    stage.button("Read and save").click();
    sees(stage.text("This is a private key. Nothing was sent."));
    assertThat(stage.api.requests(DRAFT)).isEmpty();
  }

  @Test
  void recognisesOurOwnMetadataAndAdministrationPages() {
    openFresh();
    stage
        .field(BOX)
        .fill("<EntityDescriptor entityID=\"us\"><SPSSODescriptor/></EntityDescriptor>");
    stage.button("Read and save").click();
    sees(stage.text("This is our own metadata."));
    stage.field(BOX).fill("https://acme-admin.okta.com/admin/app/x");
    stage.button("Read and save").click();
    sees(stage.text("This is the address of an administration page."));
    assertThat(stage.api.requests(DRAFT)).isEmpty();
  }

  @Test
  void keepsWhatWasTypedWhenItIsRefused() {
    stage.api.on(
        DRAFT, Answer.problem(422, "metadata_unreadable", "We cannot read this metadata."));
    openFresh();
    stage.field(BOX).fill(URL);
    stage.button("Read and save").click();
    sees(stage.text("We cannot read this metadata."));
    assertThat(stage.field(BOX).inputValue()).isEqualTo(URL);
  }

  @Test
  void keepsWhatWasTypedWhenSomebodyElseWasFirst() {
    stage.api.on(DRAFT, Answer.problem(412, "precondition_failed", "Stale"));
    stage.api.on("GET " + SsoSamples.OKTA_PATH, SsoSamples.fresh());
    openFresh();
    stage.field(BOX).fill(URL);
    stage.button("Read and save").click();
    sees(stage.text("Somebody else changed this first"));
    assertThat(stage.field(BOX).inputValue()).isEqualTo(URL);
  }

  @Test
  void writesAClientSecretAndNeverShowsIt() {
    String fresh = SsoSamples.fresh().replace("\"protocol\":\"saml\"", "\"protocol\":\"oidc\"");
    stage.api.on(DRAFT, fresh);
    open(Samples.page(fresh));
    stage.field("Issuer").fill("https://acme.okta.com/.well-known/openid-configuration");
    stage.field("Client ID").fill("0oa1");
    stage.field("Client secret").fill("s3cret");
    stage.button("Check and save").click();
    sees(stage.text("Saved"));
    assertThat(stage.api.requests(DRAFT).getFirst().body())
        .isEqualTo(
            "{\"oidc\":{\"issuer\":\"https://acme.okta.com\",\"clientId\":\"0oa1\",\"clientSecret\":\"s3cret\"}}");
    assertThat(stage.page.content()).doesNotContain("s3cret");
    assertThat(stage.field("Client secret").inputValue()).isEmpty();
  }
}
