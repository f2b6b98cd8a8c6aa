package dev.gatehouse.connection.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the request travels to the identity provider. */
public enum SsoBinding {
  @JsonProperty("redirect")
  REDIRECT,
  @JsonProperty("post")
  POST
}
