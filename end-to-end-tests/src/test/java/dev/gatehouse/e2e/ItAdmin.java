package dev.gatehouse.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The IT admin of one organization, working with the REST APIs as the Security tab does. */
final class ItAdmin {

  private final Gatehouse gatehouse;
  private final Operator operator;
  final String organization;
  final String member;

  private ItAdmin(Gatehouse gatehouse, Operator operator, String organization, String member) {
    this.gatehouse = gatehouse;
    this.operator = operator;
    this.organization = organization;
    this.member = member;
  }

  /** A new organization with the switch on, and its administrator. */
  static ItAdmin ofNewOrganization(Gatehouse gatehouse, Operator operator, String name) {
    String organization = operator.createOrganization(name).required("id").asText();
    operator.allowSelfServe(organization);
    String email = "admin@" + name.toLowerCase(java.util.Locale.ROOT) + ".example";
    String member = operator.addMember(organization, email, "org:admin").required("id").asText();
    ItAdmin admin = new ItAdmin(gatehouse, operator, organization, member);
    admin.awaitSwitch(true);
    return admin;
  }

  Http http() {
    return operator.embeddedAs(organization, member);
  }

  URI url(String path) {
    return gatehouse.publicUrl().resolve(path);
  }

  /** The switch travels as an event; claiming is refused until it has arrived. */
  private void awaitSwitch(boolean on) {
    Wait.until(
        "the switch has arrived",
        () ->
            http().get(url("/v1/domains?organization=" + organization)).status() == 200
                && http().get(url("/v1/connections?organization=" + organization)).status() == 200
                && on);
  }

  JsonNode claim(String domain) {
    return http()
        .post(url("/v1/domains"), Map.of("organization", organization, "name", domain))
        .expect(201)
        .json();
  }

  JsonNode domain(String id) {
    return http().get(url("/v1/domains/" + id)).expect(200).json();
  }

  void awaitVerified(String domain) {
    Wait.until(
        "the domain is verified without anyone asking",
        Duration.ofSeconds(90),
        () -> domain(domain).required("status").asText().equals("verified"));
  }

  JsonNode createConnection(String provider) {
    return http()
        .post(url("/v1/connections"), Map.of("organization", organization, "provider", provider))
        .expect(201)
        .json();
  }

  JsonNode connection(String id) {
    return http().get(url("/v1/connections/" + id)).expect(200).json();
  }

  JsonNode configure(String connection, Map<String, ?> draft) {
    return edit(connection, "draft", draft).expect(200).json();
  }

  Http.Answer assign(String connection, String domain) {
    return edit(connection, "domains", Map.of("domains", List.of(domain)));
  }

  private Http.Answer edit(String connection, String what, Map<String, ?> body) {
    Http.Answer read = http().get(url("/v1/connections/" + connection)).expect(200);
    return http()
        .with("If-Match", read.header("ETag"))
        .put(url("/v1/connections/" + connection + "/" + what), body);
  }

  JsonNode startTestRun(String connection) {
    return http().post(url("/v1/test-runs"), Map.of("connection", connection)).expect(201).json();
  }

  JsonNode testRun(String run) {
    return http().get(url("/v1/test-runs/" + run)).expect(200).json();
  }

  JsonNode awaitTestRunOver(String run) {
    Wait.until(
        "the test run is over", () -> !testRun(run).required("status").asText().equals("pending"));
    return testRun(run);
  }

  Http.Answer activate(String connection, String revision) {
    return http()
        .put(url("/v1/connections/" + connection + "/activation"), Map.of("revision", revision));
  }

  /**
   * Tests what is configured by a real sign-in in a browser, activates it, and waits until sign-ins
   * of the email domain are led there.
   */
  void testAndActivate(String connection, String emailDomain, Consumer<Page> signIn) {
    JsonNode run = startTestRun(connection);
    try (Browser browser = new Browser()) {
      Page page = browser.page();
      page.navigate(run.required("startUrl").asText());
      signIn.accept(page);
      assertThat(page.getByText("passed").first()).isVisible();
    }
    JsonNode result = awaitTestRunOver(run.required("id").asText());
    assertThat(result.required("status").asText()).isEqualTo("passed");
    activate(connection, run.required("revision").asText()).expect(200);
    Wait.until(
        "the gateway knows",
        () ->
            new Http()
                .post(url("/v1/discover"), Map.of("domain", emailDomain))
                .text()
                .contains("required"));
  }

  Http.Answer deactivate(String connection) {
    return http().delete(url("/v1/connections/" + connection + "/activation"));
  }
}
