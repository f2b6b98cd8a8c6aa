package dev.gatehouse.gateway.projection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect part of a revision, as connection-service publishes it.
 *
 * @param sealedClientSecret sealed to the gateway; see {@link #secretContext}
 * @param scopes beyond {@code openid email profile}
 * @param hostedDomains Google Workspace domains, one of which the person must belong to
 * @param forceLogin whether the identity provider is asked to authenticate people anew every time
 * @param singleLogout whether signing out of the application leads by way of the provider; null
 *     means yes
 * @param idTokenSigningAlgs as last announced by discovery; empty allows every safe one
 */
public record OidcSettings(
    String issuer,
    String clientId,
    @Nullable String sealedClientSecret,
    @Nullable ClientAuthentication tokenEndpointAuthMethod,
    List<String> scopes,
    List<String> hostedDomains,
    boolean forceLogin,
    @Nullable Boolean singleLogout,
    @Nullable Subject subject,
    @Nullable Attributes attributes,
    List<String> idTokenSigningAlgs) {

  /** A list that is not published is empty. */
  public OidcSettings {
    scopes = orEmpty(scopes);
    hostedDomains = orEmpty(hostedDomains);
    idTokenSigningAlgs = orEmpty(idTokenSigningAlgs);
  }

  /** Whether signing out of the application leads by way of the provider. */
  public boolean signsOutThere() {
    return singleLogout == null || singleLogout;
  }

  /** How we prove at the token endpoint who we are. */
  public enum ClientAuthentication {
    @JsonProperty("client_secret_basic")
    CLIENT_SECRET_BASIC,
    @JsonProperty("client_secret_post")
    CLIENT_SECRET_POST,
    @JsonProperty("private_key_jwt")
    PRIVATE_KEY_JWT
  }

  /** What a person is recognised by. */
  public record Subject(Source source, @Nullable String claim) {

    /** Where the stable identifier comes from. */
    public enum Source {
      @JsonProperty("sub")
      SUB,
      @JsonProperty("claim")
      CLAIM,
      @JsonProperty("entra_object_id")
      ENTRA_OBJECT_ID
    }
  }

  /** Claim names in order of preference. */
  public record Attributes(
      List<String> email, List<String> givenName, List<String> familyName, List<String> groups) {

    /** A list that is not published is empty. */
    public Attributes {
      email = orEmpty(email);
      givenName = orEmpty(givenName);
      familyName = orEmpty(familyName);
      groups = orEmpty(groups);
    }
  }

  /** What the client secret of a connection was sealed for. */
  public static String secretContext(KnownConnection connection) {
    return connection.id() + "/client-secret";
  }

  private static List<String> orEmpty(@Nullable List<String> names) {
    return names == null ? List.of() : List.copyOf(names);
  }

  @Override
  public String toString() {
    return "OidcSettings[" + issuer + "]";
  }
}
