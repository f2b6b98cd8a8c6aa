package dev.gatehouse.sandbox.idp.key;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.sandbox.kept.KeptFile;
import dev.gatehouse.sandbox.kept.KeptFiles;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The signing keys, newest first; the newest signs, metadata lists all. */
@Singleton
public final class IdpKeys {
  record Stored(String privateKey, String certificate) {
    @Override
    public String toString() {
      return "Stored[masked]";
    }
  }

  private final Clock clock;
  private final KeptFile<List<Stored>> stored;
  private volatile List<IdpKey> keys = List.of();

  IdpKeys(KeptFiles files, Clock clock) {
    this.clock = clock;
    stored = files.open("idp-keys", new TypeReference<>() {}, List::of);
    keys = stored.get().stream().map(IdpKeys::read).toList();
  }

  public synchronized List<IdpKey> all() {
    if (keys.isEmpty()) {
      keep(List.of(SelfSigned.make(clock.instant())));
    }
    return keys;
  }

  public IdpKey current() {
    return all().getFirst();
  }

  /** A key that metadata never announces. */
  public IdpKey stranger() {
    return SelfSigned.make(clock.instant());
  }

  /** Makes a new signing key; the one before stays announced, older ones go. */
  synchronized IdpKey rotate() {
    List<IdpKey> next = new ArrayList<>(List.of(SelfSigned.make(clock.instant())));
    next.add(current());
    keep(List.copyOf(next));
    return current();
  }

  /** Stops announcing every key but the newest. */
  synchronized void retireOld() {
    keep(List.of(current()));
  }

  private void keep(List<IdpKey> next) {
    stored.update(ignored -> next.stream().map(IdpKeys::write).toList());
    keys = next;
  }

  private static Stored write(IdpKey key) {
    try {
      Base64.Encoder base64 = Base64.getEncoder();
      return new Stored(
          base64.encodeToString(key.privateKey().getEncoded()),
          base64.encodeToString(key.certificate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate that cannot be encoded.", e);
    }
  }

  private static IdpKey read(Stored stored) {
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      return new IdpKey(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(base64.decode(stored.privateKey()))),
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(base64.decode(stored.certificate()))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("idp-keys.json is damaged; remove it to make new keys.", e);
    }
  }
}
