package dev.gatehouse.oidc.discovery;

import dev.gatehouse.languages.Sentence;

/** What an admin is told about what a provider publishes. */
public enum DiscoveryText {
  INCOMPLETE_ADDRESS("Give the issuer as a complete address, like https://login.example.com."),
  NOT_HTTPS("An issuer starts with https."),
  OKTA_ADMIN_HOST("This is the address of Okta's admin console; enter {{issuer}} instead."),
  QUERY_OR_FRAGMENT("An issuer has neither a \"?\" nor a \"#\" part; enter {{issuer}}."),
  ENTRA_SHARED_TENANT(
      "This address lets people of every Microsoft tenant in; enter the one with your own Directory (tenant) ID."),
  STATUS("The address answered with status {{status}}."),
  NOT_JSON("The address does not answer with an OpenID Connect configuration."),
  NO_ISSUER("The configuration names no issuer."),
  ENTRA_V1(
      "This is Entra's older v1.0 address; enter https://login.microsoftonline.com/<your tenant id>/v2.0."),
  OTHER_ISSUER(
      "The configuration found there belongs to another issuer; if that one is yours, enter it exactly as the identity provider writes it."),
  ENDPOINT_MISSING("The configuration lacks {{name}}."),
  ENDPOINT_NOT_HTTPS("The configuration's {{name}} is not an https address."),
  NO_CODE_FLOW("The identity provider does not offer the authorization code flow."),
  NO_AUTH_METHOD("The identity provider offers no way to authenticate that we can use."),
  NO_ALGORITHM("The identity provider signs ID tokens only in ways that we do not accept."),
  PKCE_NOT_ANNOUNCED("The identity provider does not announce PKCE with S256; we send it anyway.");

  private final String text;

  DiscoveryText(String text) {
    this.text = text;
  }

  /** In English; what stands in double braces is filled in. */
  public String text() {
    return text;
  }

  String with(Object... values) {
    return new Sentence(text).with(values);
  }
}
