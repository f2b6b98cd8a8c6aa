package dev.gatehouse.connection.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.oidc.Issuer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an OpenID Connect revision fixes. The provider's addresses are not among it: they
 * are discovered anew from the issuer.
 *
 * @param issuer in the provider's own spelling
 * @param sealedClientSecret only the gateway can open it; null with a private key
 * @param hostedDomains for Google only: one of them must be the token's {@code hd}
 * @param forceLogin whether to ask with {@code prompt=login}
 * @param singleLogout whether signing out of the application signs out of the provider as well,
 *     where that offers it; null, in older revisions, means yes
 * @param idTokenSigningAlgs those that an ID token may be signed with
 */
public record OidcSettings(
    String issuer,
    String clientId,
    @Nullable String sealedClientSecret,
    TokenEndpointAuthMethod tokenEndpointAuthMethod,
    List<String> scopes,
    List<String> hostedDomains,
    boolean forceLogin,
    @Nullable Boolean singleLogout,
    OidcSubject subject,
    AttributeNames attributes,
    List<String> idTokenSigningAlgs)
    implements Settings {

  public OidcSettings {
    scopes = List.copyOf(scopes);
    hostedDomains = List.copyOf(hostedDomains);
    idTokenSigningAlgs = List.copyOf(idTokenSigningAlgs);
  }

  /** Whether signing out of the application signs out of the provider as well. */
  public boolean signsOutThere() {
    return singleLogout == null || singleLogout;
  }

  /** How the gateway proves at the token endpoint who it is (OpenID Connect Core 9). */
  public enum TokenEndpointAuthMethod {
    @JsonProperty("client_secret_basic")
    CLIENT_SECRET_BASIC,
    @JsonProperty("client_secret_post")
    CLIENT_SECRET_POST,
    /** With the connection's own signing key, so that there is no secret to keep or renew. */
    @JsonProperty("private_key_jwt")
    PRIVATE_KEY_JWT
  }

  /** Entra's {@code sub} is another one for each client (subject type pairwise). */
  @Override
  public boolean hasSubjectOf(Settings other) {
    return other instanceof OidcSettings oidc
        && subject.equals(oidc.subject)
        && (clientId.equals(oidc.clientId) || !isPairwise());
  }

  private boolean isPairwise() {
    return subject.source() == OidcSubject.Source.SUB && new Issuer(issuer).isEntra();
  }

  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", " + clientId + "]";
  }
}
