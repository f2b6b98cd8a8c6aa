package dev.gatehouse.oidc.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import dev.gatehouse.oidc.Issuer;
import java.net.URI;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The request that redeems one code. Signs when the client authenticates by key, so build it on a
 * worker.
 *
 * @param authorization the value of the Authorization header
 */
public record TokenRequestForm(
    URI endpoint, Map<String, String> parameters, Optional<String> authorization) {

  private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(2);

  public TokenRequestForm {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Where codes of an issuer are redeemed; from the connection, never from a message. */
  public record At(Issuer issuer, URI tokenEndpoint) {}

  /** What was agreed on when the browser was sent away, and the code that it brought back. */
  public record Grant(String code, URI redirectUri, String codeVerifier) {
    @Override
    public String toString() {
      return "Grant[" + redirectUri + "]";
    }
  }

  /** Makes the request; a secret is never in the address. */
  public static TokenRequestForm of(At at, Grant grant, ClientAuthentication client, Instant now) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", grant.code());
    form.put("redirect_uri", grant.redirectUri().toString());
    form.put("code_verifier", grant.codeVerifier());
    return switch (client) {
      case ClientAuthentication.SecretBasic basic ->
          new TokenRequestForm(
              at.tokenEndpoint(),
              form,
              Optional.of(
                  new ClientSecretBasic(new ClientID(basic.clientId()), new Secret(basic.secret()))
                      .toHTTPAuthorizationHeader()));
      case ClientAuthentication.SecretPost post -> {
        form.put("client_id", post.clientId());
        form.put("client_secret", post.secret());
        yield new TokenRequestForm(at.tokenEndpoint(), form, Optional.empty());
      }
      case ClientAuthentication.PrivateKeyJwt key -> {
        form.put("client_id", key.clientId());
        form.put("client_assertion_type", JWTAuthentication.CLIENT_ASSERTION_TYPE);
        form.put("client_assertion", assertion(at, key, now));
        yield new TokenRequestForm(at.tokenEndpoint(), form, Optional.empty());
      }
    };
  }

  private static String assertion(At at, ClientAuthentication.PrivateKeyJwt client, Instant now) {
    String audience =
        switch (client.audience()) {
          case ISSUER -> at.issuer().value();
          case TOKEN_ENDPOINT -> at.tokenEndpoint().toString();
        };
    var header =
        new JWSHeader.Builder(client.algorithm())
            .type(JOSEObjectType.JWT)
            .keyID(client.keyId())
            .x509CertSHA256Thumbprint(
                client.certificateThumbprint().map(Base64URL::new).orElse(null))
            .build();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(client.clientId())
            .subject(client.clientId())
            .audience(audience)
            .jwtID(new JWTID().getValue())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(ASSERTION_LIFETIME)))
            .build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(signer(client.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException("the connection's key does not sign", e);
    }
    return jwt.serialize();
  }

  private static JWSSigner signer(PrivateKey key) throws JOSEException {
    return key.getAlgorithm().equals("EC")
        ? new ECDSASigner(key, Curve.P_256)
        : new RSASSASigner(key);
  }

  @Override
  public String toString() {
    return "TokenRequestForm[" + endpoint + "]";
  }
}
