package dev.gatehouse.benchmarks;

import java.net.URI;
import java.util.Map;

/** What the driver has to know of something that signs people in by SAML and OpenID Connect. */
interface Product {

  /** Where codes go; nobody listens there. */
  String CALLBACK = "http://127.0.0.1:9/callback";

  /** The first address of a sign-in. */
  URI authorize(String email, String challenge);

  URI token();

  /** What the token request carries beside the grant. */
  Map<String, String> tokenParameters();

  URI userInfo();

  /** How the driver reaches an address that the product gave out. */
  default URI reached(URI url) {
    return url;
  }

  /** The parameters of every authorization request. */
  static Map<String, String> authorization(String clientId, String challenge) {
    return Map.of(
        "response_type", "code",
        "client_id", clientId,
        "redirect_uri", CALLBACK,
        "scope", "openid email profile",
        "state", "s",
        "nonce", "n",
        "code_challenge", challenge,
        "code_challenge_method", "S256");
  }
}
