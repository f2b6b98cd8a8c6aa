package dev.gatehouse.gateway.saml;

import dev.gatehouse.gateway.projection.KnownConnection;
import dev.gatehouse.gateway.projection.KnownConnection.SpKey;
import dev.gatehouse.ids.Id;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.RequestSigningKey;
import dev.gatehouse.sealing.AtGateway;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Our own keys of a connection. Opened once each; they never leave the process. */
@Singleton
public class ServiceProviderKeys {

  private static final int REMEMBERED = 5_000;

  private final AtGateway sealed;
  private final Map<Sealed, PrivateKey> opened = new ConcurrentHashMap<>();

  private record Sealed(String context, String text) {}

  ServiceProviderKeys(AtGateway sealed) {
    this.sealed = sealed;
  }

  List<X509Certificate> certificates(KnownConnection connection, Use use) {
    return keys(connection, use).stream().map(ServiceProviderKeys::certificate).toList();
  }

  /** One of our key pairs, opened. */
  public record Own(String id, X509Certificate certificate, PrivateKey privateKey) {
    @Override
    public String toString() {
      return "Own[" + id + "]";
    }
  }

  /** The key to use now, if the connection has one. */
  public Optional<Own> own(KnownConnection connection, Use use) {
    return keys(connection, use).stream()
        .findFirst()
        .map(key -> new Own(key.id(), certificate(key), open(connection.id(), key)));
  }

  /** The public halves by their ids. */
  public Map<String, X509Certificate> named(KnownConnection connection, Use use) {
    Map<String, X509Certificate> named = new LinkedHashMap<>();
    keys(connection, use).forEach(key -> named.put(key.id(), certificate(key)));
    return named;
  }

  Optional<RequestSigningKey> signing(KnownConnection connection) {
    return keys(connection, Use.SIGNING).stream()
        .findFirst()
        .map(key -> new RequestSigningKey(open(connection.id(), key), certificate(key)));
  }

  List<PrivateKey> decryption(KnownConnection connection) {
    return keys(connection, Use.ENCRYPTION).stream()
        .map(key -> open(connection.id(), key))
        .toList();
  }

  /** What a key of ours is for. */
  public enum Use {
    SIGNING("signing"),
    ENCRYPTION("encryption");

    private final String published;

    Use(String published) {
      this.published = published;
    }
  }

  private static List<SpKey> keys(KnownConnection connection, Use use) {
    return connection.serviceProvider().keys().stream()
        .filter(key -> key.use().equals(use.published))
        .toList();
  }

  private static X509Certificate certificate(SpKey key) {
    return IdpCertificate.parse(key.certificate()).certificate();
  }

  private PrivateKey open(Id connection, SpKey key) {
    if (opened.size() > REMEMBERED) {
      opened.clear();
    }
    // Another value is another key, and so is the same value at another connection: what was opened
    // for one must not spare another the question whether it is its own.
    return opened.computeIfAbsent(
        new Sealed(key.context(connection), key.sealedPrivateKey()),
        _ -> unsealed(connection, key));
  }

  private PrivateKey unsealed(Id connection, SpKey key) {
    byte[] pkcs8 = sealed.open(key.sealedPrivateKey(), key.context(connection));
    String algorithm = certificate(key).getPublicKey().getAlgorithm();
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a private key of " + connection + " is unreadable", e);
    }
  }
}
