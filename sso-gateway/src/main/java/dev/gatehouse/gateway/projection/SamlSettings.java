package dev.gatehouse.gateway.projection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SAML part of a revision, as connection-service publishes it.
 *
 * @param sloUrl where logout requests go; null where the identity provider has no single logout
 * @param sloResponseUrl where logout responses go, if that is another address
 * @param sloBinding how both travel; null means redirect
 */
public record SamlSettings(
    String idpEntityId,
    String ssoUrl,
    SsoBinding ssoBinding,
    @Nullable String sloUrl,
    @Nullable String sloResponseUrl,
    @Nullable SsoBinding sloBinding,
    @Nullable String nameIdFormat,
    @Nullable String requestedAuthnContext,
    boolean forceAuthn,
    boolean signRequests,
    Subject subject,
    Attributes attributes,
    @Nullable Instant allowSha1Until) {

  /** How the request travels to the identity provider. */
  public enum SsoBinding {
    @JsonProperty("redirect")
    REDIRECT,
    @JsonProperty("post")
    POST
  }

  /** What a person is recognised by. */
  public record Subject(Source source, @Nullable String attribute) {

    /** Where the stable identifier comes from. */
    public enum Source {
      @JsonProperty("name_id")
      NAME_ID,
      @JsonProperty("attribute")
      ATTRIBUTE,
      @JsonProperty("entra_object_id")
      ENTRA_OBJECT_ID
    }
  }

  /** Attribute names in order of preference. */
  public record Attributes(
      List<String> email, List<String> givenName, List<String> familyName, List<String> groups) {

    /** A list that is not published is empty. */
    public Attributes {
      email = orEmpty(email);
      givenName = orEmpty(givenName);
      familyName = orEmpty(familyName);
      groups = orEmpty(groups);
    }

    private static List<String> orEmpty(@Nullable List<String> names) {
      return names == null ? List.of() : List.copyOf(names);
    }
  }
}
