package dev.gatehouse.gateway.openid;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.gatehouse.ids.Id;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A validated request of an application to sign somebody in; survives a round trip through JSON.
 *
 * @param redirectUri one of the application's own, character for character
 * @param state returned untouched
 * @param codeChallenge PKCE, S256
 * @param loginHint an email address, or whatever the application sent
 * @param organization selector: an organization id or the platform's external id
 * @param connection selector: a connection id
 * @param prompt such as {@code login}; never {@code none}
 * @param maxAge in seconds
 */
public record AuthorizationRequest(
    Id application,
    String redirectUri,
    @Nullable String state,
    @Nullable String nonce,
    String codeChallenge,
    Set<String> scope,
    @Nullable String loginHint,
    @Nullable String organization,
    @Nullable Id connection,
    Set<String> prompt,
    @Nullable Long maxAge,
    List<String> acrValues) {

  /** Whether the identity provider must authenticate the person anew. */
  @JsonIgnore
  public boolean forcesAuthentication() {
    return prompt.contains("login") || maxAge != null;
  }

  /** Addresses and state are not for logs. */
  @Override
  public String toString() {
    return "AuthorizationRequest[application=" + application + "]";
  }
}
