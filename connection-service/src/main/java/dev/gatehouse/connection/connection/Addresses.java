package dev.gatehouse.connection.connection;

import dev.gatehouse.ids.Id;

/** The addresses of a connection; computed once, when it is created, and stored. */
record Addresses(String entityId, String acsUrl, String metadataUrl) {

  /** Okta refuses underscores in these, hence the bare id. */
  static Addresses of(String publicUrl, Id connection) {
    String base = publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
    String saml = base + "saml/" + connection.bare();
    return new Addresses(saml + "/metadata", saml + "/acs", saml + "/metadata");
  }
}
