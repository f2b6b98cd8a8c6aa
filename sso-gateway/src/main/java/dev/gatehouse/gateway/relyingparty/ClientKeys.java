package dev.gatehouse.gateway.relyingparty;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The public halves of our own keys of a connection, as a client's JWKS (RFC 7517). */
final class ClientKeys {

  private ClientKeys() {}

  static JWKSet published(Map<String, X509Certificate> certificates) {
    List<JWK> keys = new ArrayList<>();
    certificates.forEach((id, certificate) -> keys.add(key(id, certificate)));
    return new JWKSet(keys);
  }

  private static JWK key(String id, X509Certificate certificate) {
    try {
      Base64URL thumbprint = new Base64URL(thumbprint(certificate));
      List<Base64> chain = List.of(Base64.encode(certificate.getEncoded()));
      return switch (certificate.getPublicKey()) {
        case RSAPublicKey rsa ->
            new RSAKey.Builder(rsa)
                .keyID(id)
                .keyUse(KeyUse.SIGNATURE)
                .x509CertSHA256Thumbprint(thumbprint)
                .x509CertChain(chain)
                .build();
        case ECPublicKey ec ->
            new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
                .keyID(id)
                .keyUse(KeyUse.SIGNATURE)
                .x509CertSHA256Thumbprint(thumbprint)
                .x509CertChain(chain)
                .build();
        default -> throw new JOSEException("neither RSA nor EC");
      };
    } catch (CertificateEncodingException | JOSEException e) {
      throw new IllegalStateException("our key " + id + " cannot be published", e);
    }
  }

  /** SHA-256, base64url: the name that Entra finds a key by. */
  static String thumbprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64URL.encode(digest).toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of ours cannot be hashed", e);
    }
  }
}
