package dev.gatehouse.elements;

/** Answers as the services give them. */
final class Samples {
  static final String ORGANIZATION = "org_01k9z3n5q7r8s9t2v4w6x8y0za";
  static final String ORGANIZATION_PATH = "/v1/organizations/" + ORGANIZATION;
  static final String MEMBERS_PATH = ORGANIZATION_PATH + "/members";

  private Samples() {}

  static String organization(String name, boolean selfServeSso) {
    return """
    {"id":"%s","name":"%s","slug":"acme","externalId":"customer-42","selfServeSso":%s,
     "createdAt":"2026-10-02T09:00:00Z","updatedAt":"2026-10-02T09:00:00Z","version":1}
    """
        .formatted(ORGANIZATION, name, selfServeSso);
  }

  static String session(String... permissions) {
    return "{\"kind\":\"member\",\"permissions\":[\"%s\"]}"
        .formatted(String.join("\",\"", permissions));
  }

  /** Whoever holds a set-up link has no permission, only steps. */
  static String setupLinkSession(String... steps) {
    return "{\"kind\":\"setup_link\",\"permissions\":[],\"steps\":[\"%s\"]}"
        .formatted(String.join("\",\"", steps));
  }

  static String administrator() {
    return session(
        "org:sys_entconns:manage",
        "org:sys_domains:manage",
        "org:sys_memberships:read",
        "org:sys_memberships:manage",
        "org:sys_profile:manage");
  }

  static String member(String id, String given, String family, String email, String role) {
    return """
    {"id":"mem_%s","organization":"%s","email":"%s","givenName":"%s","familyName":"%s",
     "role":"%s","permissions":[],"status":"active","createdAt":"2026-10-05T09:00:00Z","version":1}
    """
        .formatted(id, ORGANIZATION, email, given, family, role);
  }

  static String page(String... items) {
    return "{\"items\":[" + String.join(",", items) + "]}";
  }

  static String pageWithMore(String next, String... items) {
    return "{\"items\":[" + String.join(",", items) + "],\"next\":\"" + next + "\"}";
  }

  static String roles() {
    return page(
        "{\"key\":\"org:admin\",\"name\":\"Admin\",\"permissions\":[],\"builtIn\":true}",
        "{\"key\":\"org:member\",\"name\":\"Member\",\"permissions\":[],\"builtIn\":true}",
        "{\"key\":\"org:billing\",\"name\":\"Billing\",\"permissions\":[],\"builtIn\":false}");
  }

  /** An API that knows Acme and its administrator. */
  static PlayedApi acme(PlayedApi api) {
    return api.on("GET " + ORGANIZATION_PATH, organization("Acme", true))
        .on("GET /v1/sessions/current", administrator())
        .on("GET /v1/roles", roles());
  }
}
