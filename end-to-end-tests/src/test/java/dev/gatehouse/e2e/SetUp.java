package dev.gatehouse.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Brings an organization to an active connection with the sandbox's identity provider, quickly. */
final class SetUp {

  final Gatehouse gatehouse;
  final Operator operator;
  final Sandbox sandbox;
  final ItAdmin admin;
  final String emailDomain;
  final String domain;
  final String connection;
  final String entityId;

  private SetUp(Gatehouse gatehouse, String name) {
    this.gatehouse = gatehouse;
    operator = new Operator(gatehouse);
    sandbox = new Sandbox(gatehouse);
    admin = ItAdmin.ofNewOrganization(gatehouse, operator, name);
    emailDomain = name.toLowerCase(java.util.Locale.ROOT) + ".example";
    domain = verifiedDomain(emailDomain);
    connection = admin.createConnection("custom-saml").required("id").asText();
    JsonNode configured =
        admin.configure(connection, Map.of("metadataUrl", sandbox.idpMetadataUrl()));
    admin.assign(connection, domain).expect(200);
    entityId = configured.required("serviceProvider").required("entityId").asText();
    sandbox.registerServiceProvider(entityId);
    // Domains and connections travel on topics of their own; a test run waits only for the latter.
    Wait.until(
        "the gateway knows the verified domain",
        () -> Projections.ofGateway(gatehouse).getOrDefault(domain, "").endsWith(" verified"));
  }

  /** Verified domain, configured connection, nothing tested. */
  static SetUp configured(Gatehouse gatehouse, String name) {
    return new SetUp(gatehouse, name);
  }

  /** Everything done: people sign in. */
  static SetUp active(Gatehouse gatehouse, String name) {
    SetUp setUp = new SetUp(gatehouse, name);
    String revision = setUp.passTest();
    setUp.admin.activate(setUp.connection, revision).expect(200);
    setUp.awaitSignInPossible();
    return setUp;
  }

  String verifiedDomain(String name) {
    JsonNode claimed = admin.claim(name);
    JsonNode challenge = claimed.required("challenge");
    sandbox.publishTxt(challenge.required("host").asText(), challenge.required("value").asText());
    String id = claimed.required("id").asText();
    // Asking for a look is what an impatient admin does; the poller would find it as well.
    admin.http().post(admin.url("/v1/domains/" + id + "/check"), null);
    admin.awaitVerified(id);
    return id;
  }

  /** Runs a test sign-in that passes and gives the revision it tested. */
  String passTest() {
    JsonNode run = runTest("tester@" + emailDomain, null);
    if (!run.required("status").asText().equals("passed")) {
      throw new AssertionError("The test run did not pass: " + run);
    }
    return run.required("revision").asText();
  }

  JsonNode runTest(String email, @org.jspecify.annotations.Nullable String fault) {
    JsonNode run = admin.startTestRun(connection);
    new Person(sandbox)
        .signIn(java.net.URI.create(run.required("startUrl").asText()), email, fault);
    return admin.awaitTestRunOver(run.required("id").asText());
  }

  private void awaitSignInPossible() {
    Wait.until("the gateway knows the active connection", () -> discover().equals("required"));
  }

  /** What an application's sign-in page would learn about this email domain. */
  String discover() {
    return new Http()
        .post(gatehouse.publicUrl().resolve("/v1/discover"), Map.of("domain", emailDomain))
        .json()
        .path("singleSignOn")
        .asText();
  }
}
