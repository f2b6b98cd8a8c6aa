package dev.gatehouse.elements;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Domains, connections, guides and test runs as the services give them. */
final class SsoSamples {
  static final String OKTA = "con_01k9z3n5q7r8s9t2v4w6x8y0zc";
  static final String OKTA_PATH = "/v1/connections/" + OKTA;
  static final String RUN = "run_01k9z3n5q7r8s9t2v4w6x8y0zr";
  static final String VERIFIED = verified("dom_1", "acme.com");
  static final String PENDING = pending("dom_2", "acme.de", "not_published", "");
  static final String DOUBLED =
      pending(
          "dom_2",
          "acme.de",
          "doubled_name",
          "{\"host\":\"_gatehouse-challenge.acme.de.acme.de\",\"value\":\"gatehouse-domain-verification=7f\"}");

  private SsoSamples() {}

  static String verified(String id, String name) {
    return """
    {"id":"%s","organization":"%s","name":"%s","displayName":"%s","status":"verified","ownership":1,
     "verifiedBy":"dns","verifiedAt":"2026-11-20T10:00:00Z","challenge":null,"dnsProvider":null,
     "lastCheck":{"at":"2026-11-20T10:00:00Z","outcome":"proven","explanation":"","found":[]},
     "createdAt":"2026-11-20T09:00:00Z","version":2}
    """
        .formatted(id, Samples.ORGANIZATION, name, name);
  }

  /** Proven once; its record is missing, and the server says since when and until when. */
  static String missed(String status, String id, String name) {
    return """
    {"id":"%s","organization":"%s","name":"%s","displayName":"%s","status":"%s","ownership":1,
     "verifiedBy":"dns","verifiedAt":"2026-10-01T10:00:00Z",
     "missingSince":"2026-11-20T10:00:00Z","lapsesAt":%s,
     "challenge":{"type":"TXT","host":"_gatehouse-challenge.%s",
       "value":"gatehouse-domain-verification=7f3kq9w2m5x8p4r6t1v3z5b7d9","ttl":300,"expiresAt":null},
     "lastCheck":{"at":"2026-11-25T10:00:00Z","outcome":"not_published","explanation":"said by the server","found":[]},
     "nextCheckAt":"2026-11-26T10:00:00Z","createdAt":"2026-10-01T09:00:00Z","version":3}
    """
        .formatted(
            id,
            Samples.ORGANIZATION,
            name,
            name,
            status,
            status.equals("lapsing") ? "\"2026-12-06T10:00:00Z\"" : "null",
            name);
  }

  static String pending(String id, String name, String outcome, String found) {
    return """
    {"id":"%s","organization":"%s","name":"%s","displayName":"%s","status":"pending","ownership":0,
     "challenge":{"type":"TXT","host":"_gatehouse-challenge.%s",
       "value":"gatehouse-domain-verification=7f3kq9w2m5x8p4r6t1v3z5b7d9","ttl":300,
       "expiresAt":"2026-12-09T09:00:00Z"},
     "dnsProvider":{"key":"cloudflare","name":"Cloudflare","hostForm":"relative",
       "host":"_gatehouse-challenge","value":"gatehouse-domain-verification=7f3kq9w2m5x8p4r6t1v3z5b7d9"},
     "lastCheck":{"at":"2026-11-25T12:04:10Z","outcome":"%s","explanation":"said by the server","found":[%s]},
     "nextCheckAt":"2026-11-25T12:04:30Z","createdAt":"2026-11-25T12:03:00Z","version":1}
    """
        .formatted(id, Samples.ORGANIZATION, name, name, name, outcome, found);
  }

  static String revision(int number, boolean tested) {
    return """
    {"id":"rev_%d","number":%d,"protocol":"saml","source":"metadata_url",
     "metadataUrl":"https://acme.okta.com/app/exk1fxp8qbTuXLrzE5d7/sso/saml/metadata",
     "saml":{"idpEntityId":"http://www.okta.com/exk1fxp8qbTuXLrzE5d7",
       "ssoUrl":"https://acme.okta.com/app/acme/exk1fxp8qbTuXLrzE5d7/sso/saml","ssoBinding":"post",
       "nameIdFormat":"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress","forceAuthn":false,
       "signRequests":false,"subject":{"source":"name_id"},
       "attributes":{"email":["email"],"givenName":["firstName"],"familyName":["lastName"],"groups":["groups"]}},
     "tested":%s,"testedAt":%s,"createdAt":"2026-11-21T09:00:00Z","createdBy":"mem_1"}
    """
        .formatted(number, number, tested, tested ? "\"2026-11-21T10:00:00Z\"" : "null");
  }

  /** Okta; drafts and live revisions are JSON or {@code null}. */
  static String okta(String status, String domains, String draft, String live, String notAfter) {
    String key =
        """
        {"id":"ab12","trust":"trusted","subject":"CN=acme, O=Okta","notBefore":"2024-01-01T00:00:00Z",
         "notAfter":"%s","algorithm":"RSA 2048"}
        """
            .formatted(notAfter);
    boolean complete = !draft.equals("null") || !live.equals("null");
    return """
    {"id":"%s","organization":"%s","name":"Okta","provider":"okta","protocol":"saml","status":"%s",
     "domains":[%s],"serviceProvider":{"entityId":"https://sso.example.com/saml/01k9/metadata",
       "acsUrl":"https://sso.example.com/saml/01k9/acs"},
     "idpKeys":[%s],"idpInitiatedAllowed":false,"draft":%s,"live":%s,"missing":[%s],
     "createdAt":"2026-11-21T08:00:00Z","version":3}
    """
        .formatted(
            OKTA,
            Samples.ORGANIZATION,
            status,
            domains,
            complete ? key : "",
            draft,
            live,
            missing(complete, draft, domains));
  }

  /** As the service lists it: what every step still has to do before the connection can go live. */
  private static String missing(boolean complete, String draft, String domains) {
    return Stream.of(
            complete ? "" : "\"configuration\",\"trusted_key\"",
            domains.isEmpty() ? "\"domain\"" : "",
            !complete || draft.contains("\"tested\":false") ? "\"test\"" : "")
        .filter(one -> !one.isEmpty())
        .collect(Collectors.joining(","));
  }

  static String fresh() {
    return okta("unconfigured", "\"dom_1\"", "null", "null", "2036-01-01T00:00:00Z");
  }

  static String untested() {
    return okta("in_progress", "\"dom_1\"", revision(1, false), "null", "2036-01-01T00:00:00Z");
  }

  static String tested() {
    return okta("inactive", "\"dom_1\"", revision(1, true), "null", "2036-01-01T00:00:00Z");
  }

  static String active() {
    return okta("active", "\"dom_1\"", "null", revision(1, true), "2036-01-01T00:00:00Z");
  }

  static String activeWithDraft() {
    return okta(
        "active", "\"dom_1\"", revision(2, true), revision(1, true), "2036-01-01T00:00:00Z");
  }

  /** A week of sign-ins; the people are JSON. */
  static String week(int succeeded, int failed, String... people) {
    return """
    {"organization":"%s","since":"2026-11-18T12:00:00Z","succeeded":%d,"failed":%d,"people":214,
     "lastSignInAt":"2026-11-25T11:00:00Z","reasons":[{"reason":"audience_mismatch","count":%d}],
     "recent":[%s]}
    """
        .formatted(Samples.ORGANIZATION, succeeded, failed, failed, String.join(",", people));
  }

  static String lately(String email) {
    return "{\"person\":\"per_1\",\"email\":\"%s\",\"lastSignInAt\":\"2026-11-25T11:00:00Z\"}"
        .formatted(email);
  }

  /** What an activation would do; codes are quoted. */
  static String preview(boolean issuerChanges, String... problems) {
    return """
    {"revision":"rev_1","alreadyLive":false,"replacesLive":%s,"issuerChanges":%s,
     "subjectChanges":false,"domains":["dom_1"],"unverifiedDomains":[],"problems":[%s]}
    """
        .formatted(issuerChanges, issuerChanges, String.join(",", problems));
  }

  static String membersAt(String domain, int members, String sample) {
    return "{\"domain\":\"%s\",\"members\":%d,\"sample\":[%s]}".formatted(domain, members, sample);
  }

  static String providers() {
    return Samples.page(
        provider("okta", "Okta", "saml"),
        provider("microsoft-entra-id", "Microsoft Entra ID", "saml"),
        provider("google-workspace", "Google Workspace", "saml"),
        provider("custom-saml", "Custom SAML", "saml"),
        provider("custom-oidc", "Custom OpenID Connect", "oidc"));
  }

  private static String provider(String key, String name, String protocol) {
    return "{\"key\":\"%s\",\"name\":\"%s\",\"protocol\":\"%s\",\"metadataForms\":[\"url\",\"xml\",\"fields\"]}"
        .formatted(key, name, protocol);
  }

  static String guide() {
    return """
    {"connection":"%s","provider":"okta","name":"Okta",
     "console":{"name":"Okta Admin Console","url":null},
     "before":["You need to be an application administrator of your Okta organization.",
       "It takes about ten minutes; keep this page open beside the Okta Admin Console."],
     "steps":[
       {"title":"Create the app integration","text":["Choose **Applications** → **Create App Integration**.",
         "Choose **SAML 2.0**, then **Next**."]},
       {"title":"Configure SAML","text":["Enter these values, then **Next**."],
        "fields":[
          {"label":"Single sign-on URL","value":"https://sso.example.com/saml/01k9/acs",
           "note":"Keep “Use this for Recipient URL and Destination URL” ticked."},
          {"label":"Audience URI (SP Entity ID)","value":"https://sso.example.com/saml/01k9/metadata"},
          {"label":"Default RelayState","value":"","note":"Leave it empty."}]},
       {"title":"Attribute Statements","text":["Choose **Add expression** for each row."],
        "attributes":[{"name":"email","source":"user.profile.email","required":true},
          {"name":"firstName","source":"user.profile.firstName","required":false}]},
       {"title":"Metadata URL","text":["On the **Sign On** tab copy the **Metadata URL** and give it to us."]}],
     "metadata":{"forms":["url","xml","fields"],"where":"In the app, **Sign On** → **Metadata URL**.",
       "example":"https://acme.okta.com/app/…/sso/saml/metadata"},
     "pitfalls":["An unassigned person sees “403 App Not Assigned” at Okta."]}
    """
        .formatted(OKTA);
  }

  static String run(String status, String more) {
    return """
    {"id":"%s","organization":"%s","connection":"%s","revision":"rev_1","status":"%s",
     "startedBy":"mem_1","createdAt":"2026-11-25T12:00:00Z","expiresAt":"2026-11-25T12:15:00Z"%s}
    """
        .formatted(RUN, Samples.ORGANIZATION, OKTA, status, more);
  }

  static String pendingRun(String progress, String startUrl) {
    return run("pending", ",\"progress\":\"%s\",\"startUrl\":\"%s\"".formatted(progress, startUrl));
  }

  static String passedRun() {
    return run(
        "passed",
        """
        ,"progress":"answer_received","checks":[{"name":"signature","outcome":"passed"},
          {"name":"audience","outcome":"passed"}],"reasons":[],
         "subject":{"key":"ana@acme.com","nameId":"ana@acme.com","email":"ana@acme.com","givenName":"Ana",
           "familyName":"Ito","groups":[],
           "attributes":{"email":["ana@acme.com"],"firstName":["Ana"],"memberOf":["engineering","sso"]}},
         "request":"<samlp:AuthnRequest ID=\\"_1\\"/>","response":"<samlp:Response ID=\\"_2\\"/>",
         "rawUntil":"2026-12-02T12:00:00Z"\
        """);
  }

  static String failedRun() {
    return run(
        "failed",
        """
        ,"progress":"answer_received","checks":[{"name":"signature","outcome":"passed"},
          {"name":"audience","outcome":"failed","expected":"https://sso.example.com/saml/01k9/metadata",
           "received":"https://sso.example.com/metadata"},{"name":"recipient","outcome":"skipped"}],
         "reasons":[{"code":"audience_mismatch","title":"Meant for another application",
           "meaning":"Every character counts, also upper and lower case.",
           "expected":"https://sso.example.com/saml/01k9/metadata",
           "received":"https://sso.example.com/metadata","console":"Okta Admin Console",
           "where":["Applications","your app","General","SAML Settings","Audience URI (SP Entity ID)"],
           "enter":[{"field":"Audience URI (SP Entity ID)","value":"https://sso.example.com/saml/01k9/metadata"}],
           "remedy":"Replace the value by ours and save."}]\
        """);
  }

  /**
   * An API whose organization has these domains and connections; streams are not offered, so it
   * polls.
   */
  static PlayedApi with(PlayedApi api, String domains, String connections) {
    return Samples.acme(api)
        .on("GET /v1/domains", domains)
        .on("GET /v1/connections", connections)
        .on("GET /v1/identity-providers", providers())
        .on("GET " + OKTA_PATH + "/setup-guide", guide())
        .on("GET /v1/test-runs", Samples.page());
  }
}
