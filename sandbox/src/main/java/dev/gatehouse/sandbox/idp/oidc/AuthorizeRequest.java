package dev.gatehouse.sandbox.idp.oidc;

import dev.gatehouse.sandbox.pages.Refusal;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a relying party asks for (OpenID Connect Core 3.1.2.1), once client and address are known.
 */
record AuthorizeRequest(
    String query, OidcClient client, String redirectUri, Map<String, String> parameters) {

  static AuthorizeRequest read(@Nullable String query, OidcClients clients) {
    String asked = query == null ? "" : query;
    Map<String, String> parameters = parse(asked);
    String clientId = parameters.get("client_id");
    OidcClient client =
        clients
            .find(clientId)
            .orElseThrow(() ->
                Refusal.badRequest(
                    "This identity provider does not know the client “" + clientId + "”",
                    "Register it first, at /idp/oidc."));
    String redirectUri = parameters.get("redirect_uri");
    if (redirectUri == null || !client.redirectUris().contains(redirectUri)) {
      throw Refusal.badRequest(
          "That redirect URI is not registered",
          redirectUri
              + " is not among those of "
              + client.clientId()
              + ". Register the client again at /idp/oidc.");
    }
    return new AuthorizeRequest(asked, client, redirectUri, parameters);
  }

  @Nullable String get(String name) {
    return parameters.get(name);
  }

  /** Why it cannot be granted, as RFC 6749 4.1.2.1 calls it. */
  @Nullable String error() {
    if (!"code".equals(get("response_type"))) {
      return "unsupported_response_type";
    }
    if (!(" " + get("scope") + " ").contains(" openid ")) {
      return "invalid_scope";
    }
    if (get("code_challenge") != null && !"S256".equals(get("code_challenge_method"))) {
      return "invalid_request";
    }
    // There is no session here that would spare the person from being asked.
    return "none".equals(get("prompt")) ? "login_required" : null;
  }

  URI answer(String name, String value, String issuer) {
    StringBuilder uri = new StringBuilder(redirectUri);
    uri.append(redirectUri.contains("?") ? '&' : '?').append(pair(name, value));
    if (get("state") instanceof String state) {
      uri.append('&').append(pair("state", state));
    }
    return URI.create(uri.append('&').append(pair("iss", issuer)).toString());
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static Map<String, String> parse(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        parameters.put(
            URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
