package dev.gatehouse.connection.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The language spoken with the identity provider. */
public enum Protocol {
  @JsonProperty("saml")
  SAML,
  @JsonProperty("oidc")
  OIDC
}
