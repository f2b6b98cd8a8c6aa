package dev.gatehouse.connection.connection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a revision's identity-provider part came from. */
public enum SettingsSource {
  @JsonProperty("metadata_url")
  METADATA_URL,
  @JsonProperty("metadata_xml")
  METADATA_XML,
  @JsonProperty("fields")
  FIELDS,
  /** Discovered from an OpenID Connect issuer. */
  @JsonProperty("issuer")
  ISSUER,
  /** Taken over from the revision before; only options changed. */
  @JsonProperty("previous")
  PREVIOUS
}
