package dev.gatehouse.oidc.keys;

import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.oidc.OidcReason;

/** What became of asking for keys. */
public sealed interface JwksOutcome {

  /** Public keys; whether the wanted one is among them, the judge of the token says. */
  record Keys(JWKSet keys) implements JwksOutcome {
    @Override
    public String toString() {
      return "Keys[" + keys.size() + "]";
    }
  }

  /** None could be had, and none are held that are still good. */
  record Unavailable(OidcReason reason) implements JwksOutcome {}
}
