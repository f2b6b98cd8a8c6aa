package dev.gatehouse.gateway.openid;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.gatehouse.gateway.application.Application.Algorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The cryptography behind the tokens: Corretto's provider, which signs RS256 at a third and ES256
 * at an eighth of the JDK's cost, or the JDK's where Corretto has no build for the machine.
 */
final class SigningProvider {

  private static final Logger LOG = Logger.getLogger(SigningProvider.class);
  private static final int RSA_BITS = 2048;
  private static final Optional<Provider> CORRETTO = corretto();

  private SigningProvider() {}

  private static Optional<Provider> corretto() {
    try {
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      provider.assertHealthy();
      return Optional.of(provider);
    } catch (RuntimeException | LinkageError e) {
      LOG.warnf("Tokens are signed by the JDK, which is slower: %s", e.toString());
      return Optional.empty();
    }
  }

  static KeyPair newKeyPair(Algorithm algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(family(algorithm));
      switch (algorithm) {
        case RS256 -> generator.initialize(RSA_BITS);
        case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform makes such keys", e);
    }
  }

  /** A key of the provider itself: signing with another's costs twice as much. */
  static PrivateKey readPrivateKey(Algorithm algorithm, byte[] pkcs8) {
    try {
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8);
      KeyFactory factory =
          CORRETTO.isPresent()
              ? KeyFactory.getInstance(family(algorithm), CORRETTO.get())
              : KeyFactory.getInstance(family(algorithm));
      return factory.generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A stored signing key cannot be read", e);
    }
  }

  /** A JWS signature (RFC 7518 sections 3.3 and 3.4). */
  static byte[] sign(SigningKey key, byte[] content) {
    String name =
        switch (key.algorithm()) {
          case RS256 -> "SHA256withRSA";
          case ES256 -> "SHA256withECDSAinP1363Format";
        };
    try {
      Signature signature =
          CORRETTO.isPresent()
              ? Signature.getInstance(name, CORRETTO.get())
              : Signature.getInstance(name);
      signature.initSign(key.secret());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign with key " + key.kid(), e);
    }
  }

  private static String family(Algorithm algorithm) {
    return switch (algorithm) {
      case RS256 -> "RSA";
      case ES256 -> "EC";
    };
  }
}
