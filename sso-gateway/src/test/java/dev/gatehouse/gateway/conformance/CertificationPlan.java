package dev.gatehouse.gateway.conformance;

import java.util.Arrays;
import java.util.List;

/**
 * The plans of the OpenID Foundation for the profiles that we mean to meet, with the names of their
 * modules; and the sections of the RFCs that the page lists beside them.
 */
enum CertificationPlan {
  BASIC_OP(
      "oidcc-basic-certification-test-plan",
      """
      oidcc-server oidcc-response-type-missing oidcc-idtoken-signature oidcc-idtoken-unsigned
      oidcc-userinfo-get oidcc-userinfo-post-header oidcc-userinfo-post-body
      oidcc-ensure-request-without-nonce-succeeds-for-code-flow oidcc-scope-profile
      oidcc-scope-email oidcc-scope-address oidcc-scope-phone oidcc-scope-all
      oidcc-ensure-other-scope-order-succeeds oidcc-display-page oidcc-display-popup
      oidcc-prompt-login oidcc-prompt-none-not-logged-in oidcc-prompt-none-logged-in
      oidcc-max-age-1 oidcc-max-age-10000 oidcc-ensure-request-with-unknown-parameter-succeeds
      oidcc-id-token-hint oidcc-login-hint oidcc-ui-locales oidcc-claims-locales
      oidcc-ensure-request-with-acr-values-succeeds oidcc-codereuse oidcc-codereuse-30seconds
      oidcc-ensure-registered-redirect-uri oidcc-ensure-post-request-succeeds
      oidcc-server-client-secret-post
      oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported
      oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported
      oidcc-claims-essential oidcc-ensure-request-object-with-redirect-uri oidcc-refresh-token
      oidcc-ensure-request-with-valid-pkce-succeeds
      """),
  CONFIG_OP("oidcc-config-certification-test-plan", "oidcc-discovery-endpoint-verification"),
  RP_INITIATED_LOGOUT_OP(
      "oidcc-rp-initiated-logout-certification-test-plan",
      """
      oidcc-rp-initiated-logout-discovery-endpoint-verification oidcc-rp-initiated-logout
      oidcc-rp-initiated-logout-bad-post-logout-redirect-uri
      oidcc-rp-initiated-logout-modified-id-token-hint oidcc-rp-initiated-logout-no-id-token-hint
      oidcc-rp-initiated-logout-no-params oidcc-rp-initiated-logout-no-post-logout-redirect-uri
      oidcc-rp-initiated-logout-no-state oidcc-rp-initiated-logout-only-state
      oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri
      oidcc-rp-initiated-logout-bad-id-token-hint
      """),
  BACK_CHANNEL_OP(
      "oidcc-backchannel-rp-initiated-logout-certification-test-plan",
      """
      oidcc-backchannel-logout-discovery-endpoint-verification
      oidcc-backchannel-rp-initiated-logout
      """),
  RFC_9700(
      "RFC 9700",
      """
      RFC9700-2.1 RFC9700-2.1.1 RFC9700-2.1.2 RFC9700-2.2 RFC9700-2.3 RFC9700-2.4 RFC9700-2.5
      RFC9700-2.6 RFC9700-4.2.4 RFC9700-4.3.2 RFC9700-4.4 RFC9700-4.5 RFC9700-4.7 RFC9700-4.8
      RFC9700-4.11 RFC9700-4.12 RFC9700-4.13 RFC9700-4.14 RFC9700-4.16
      """),
  RFC_9207("RFC 9207", "RFC9207");

  private final String heading;
  private final String modules;

  CertificationPlan(String heading, String modules) {
    this.heading = heading;
    this.modules = modules;
  }

  String heading() {
    return heading;
  }

  List<String> modules() {
    return List.of(modules.strip().split("\\s+"));
  }

  static List<String> allModules() {
    return Arrays.stream(values()).flatMap(plan -> plan.modules().stream()).toList();
  }
}
