package dev.gatehouse.gateway.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.ids.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product of the platform that signed-in people are handed to: an OIDC client.
 *
 * @param redirectUris where codes may go, compared character for character
 * @param initiateLoginUri where a sign-in that began at the identity provider is sent to start anew
 * @param backchannelLogoutUri where we say that somebody was signed out
 * @param backchannelLogoutSessionRequired whether it relies on the {@code sid}, which we always
 *     send
 * @param idTokenSignedResponseAlg RS256 unless the application asked for the cheaper ES256
 */
public record Application(
    Id id,
    String name,
    ClientType clientType,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    @Nullable String initiateLoginUri,
    @Nullable String backchannelLogoutUri,
    boolean backchannelLogoutSessionRequired,
    Algorithm idTokenSignedResponseAlg,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** Whether the application can keep a secret (RFC 6749 section 2.1). */
  public enum ClientType {
    /** It authenticates with a secret. */
    @JsonProperty("confidential")
    CONFIDENTIAL,
    /** It runs at its user's: PKCE alone protects its codes. */
    @JsonProperty("public")
    PUBLIC
  }

  /** How its ID tokens are signed. */
  public enum Algorithm {
    RS256,
    ES256
  }
}
