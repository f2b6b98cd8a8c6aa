package dev.gatehouse.elements;

import static dev.gatehouse.elements.Samples.ORGANIZATION;

/** Answers that only operators get. */
final class DashboardSamples {
  static final String OTHER = "org_01k9z3n5q7r8s9t2v4w6x8y0zb";
  static final String DOMAIN = "dom_01k9z3n5q7r8s9t2v4w6x8y0za";
  static final String CONNECTION = "con_01k9z3n5q7r8s9t2v4w6x8y0za";
  static final String SIGN_IN = "sin_01k9z3n5q7r8s9t2v4w6x8y0za";

  private DashboardSamples() {}

  static String other() {
    return """
    {"id":"%s","name":"Globex","slug":"globex","externalId":null,"selfServeSso":false,
     "createdAt":"2026-10-02T09:00:00Z","updatedAt":"2026-10-02T09:00:00Z","version":1}
    """
        .formatted(OTHER);
  }

  static String domain(String status) {
    return """
    {"id":"%s","organization":"%s","name":"acme.com","displayName":"acme.com","status":"%s",
     "lastCheck":{"at":"2026-10-05T12:04:10Z","outcome":"not_published",
       "explanation":"Nothing is published at _gatehouse-challenge.acme.com yet.","found":[]},
     "createdAt":"2026-10-05T09:00:00Z","version":3}
    """
        .formatted(DOMAIN, ORGANIZATION, status);
  }

  static String lapsing() {
    return domain("lapsing")
        .replaceFirst(
            "\"lastCheck\"",
            """
            "missingSince":"2026-10-03T10:00:00Z","lapsesAt":"2026-10-19T10:00:00Z",
            "challenge":{"type":"TXT","host":"_gatehouse-challenge.acme.com",
              "value":"gatehouse-domain-verification=7f3kq9w2m5x8p4r6t1v3z5b7d9","ttl":300},
            "lastCheck\"\
            """);
  }

  static String connection(String status, String certificateUntil) {
    return """
    {"id":"%s","organization":"%s","name":"Okta","provider":"okta","protocol":"saml","status":"%s",
     "domains":["%s"],"idpKeys":[{"id":"k","trust":"trusted","notAfter":"%s"}],
     "live":{"id":"rev_1","number":2,"tested":true,"createdAt":"2026-10-05T09:00:00Z"},
     "createdAt":"2026-10-05T09:00:00Z","version":4}
    """
        .formatted(CONNECTION, ORGANIZATION, status, DOMAIN, certificateUntil);
  }

  static String failedSignIn() {
    return """
    {"id":"%s","organization":"%s","connection":"%s","outcome":"failed","at":"2026-10-06T10:00:00Z",
     "email":"ana@acme.com","reference":"4F7K-29QX","reasons":["audience_mismatch"],
     "findings":[{"code":"audience_mismatch","expected":"https://sso.example/saml/a/metadata",
       "received":"urn:other","title":"Meant for another service",
       "meaning":"The answer names another audience.","responsible":"admin","console":"Okta",
       "where":["General","SAML Settings","Audience URI (SP Entity ID)"],"enter":[],"hints":[],
       "recognised":[],"remedy":"Enter our entity ID."}],
     "checks":[{"name":"signature","outcome":"passed"},{"name":"audience","outcome":"failed"}]}
    """
        .formatted(SIGN_IN, ORGANIZATION, CONNECTION);
  }

  static String application() {
    return """
    {"id":"app_1","clientId":"app_1","name":"Brightdesk","clientType":"confidential",
     "redirectUris":["https://brightdesk.example/callback"],"postLogoutRedirectUris":[],
     "idTokenSignedResponseAlg":"ES256","createdAt":"2026-10-02T09:00:00Z","version":1}
    """;
  }

  static String setupLink(String opened) {
    return """
    {"id":"sul_1","organization":"%s","recipientName":"Kim Lee","recipientEmail":"kim@acme.com",
     "steps":["domains","connection"],"createdAt":"2026-10-02T09:00:00Z",
     "expiresAt":"2099-10-16T09:00:00Z","openedAt":%s}
    """
        .formatted(ORGANIZATION, opened);
  }

  /** Acme is active with a certificate that ends; Globex has nothing yet. */
  static PlayedApi operator(PlayedApi api) {
    Samples.acme(api)
        .on("GET /v1/sessions/current", "{\"kind\":\"operator\",\"permissions\":[]}")
        .on(
            "GET /v1/organizations",
            request ->
                PlayedApi.Answer.json(
                    request.query().contains("search=nobody")
                        ? Samples.page()
                        : Samples.page(Samples.organization("Acme", true), other())))
        .on("GET /v1/domains", request -> ofAcme(request, domain("verified")))
        .on(
            "GET /v1/connections",
            request -> ofAcme(request, connection("active", "2026-01-01T00:00:00Z")))
        .on("GET /v1/suspensions", Samples.page())
        .on("GET /v1/sign-ins/summary", Samples.page(SsoSamples.week(12, 1)))
        .on("GET /v1/sign-ins", Samples.page(failedSignIn()))
        .on("GET /v1/sign-ins/" + SIGN_IN, failedSignIn())
        .on("GET /v1/applications", Samples.page(application()))
        .on("GET /v1/api-clients", Samples.page())
        .on("GET /v1/setup-links", Samples.page(setupLink("null")))
        .on("GET /v1/audit", Samples.page());
    return api;
  }

  private static PlayedApi.Answer ofAcme(PlayedApi.Request request, String thing) {
    return PlayedApi.Answer.json(
        request.query().contains(ORGANIZATION) ? Samples.page(thing) : Samples.page());
  }
}
