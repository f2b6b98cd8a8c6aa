package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.CheckName;
import dev.gatehouse.saml.IdpCertificate;
import dev.gatehouse.saml.Policy;
import dev.gatehouse.saml.ReasonCode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.Reference;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Element;

/** Verifies one signature with the connection's own keys, and hands out what it covers. */
final class SignatureVerifier {

  private final List<IdpCertificate> trusted;
  private final List<IdpCertificate> tooWeak;

  private SignatureVerifier(List<IdpCertificate> trusted, List<IdpCertificate> tooWeak) {
    this.trusted = trusted;
    this.tooWeak = tooWeak;
  }

  /** Fails if there is no key: an absent certificate must never mean "skip". */
  static SignatureVerifier with(List<IdpCertificate> certificates, Policy policy) throws Refusal {
    if (certificates.isEmpty()) {
      throw Refusal.of(CheckName.TRUSTED_KEY, ReasonCode.NO_TRUSTED_KEY, "a certificate", "none");
    }
    var usable = certificates.stream().filter(each -> strongEnough(each, policy)).toList();
    var weak = certificates.stream().filter(each -> !strongEnough(each, policy)).toList();
    if (usable.isEmpty()) {
      throw weakKey(weak.getFirst());
    }
    return new SignatureVerifier(usable, weak);
  }

  /** The bytes that the signature covers, once it is known to be good. */
  byte[] verify(SignatureShape shape) throws Refusal {
    try {
      // What the message says about its own key is not looked at.
      var signature = new XMLSignature(shape.signature(), "", true);
      if (signature.getObjectLength() != 0 || signature.getSignedInfo().getLength() != 1) {
        throw Refusal.of(
            CheckName.SIGNATURE_POSITION, ReasonCode.SIGNATURE_MALFORMED, "one Reference", "");
      }
      shape.signed().setIdAttributeNS(null, "ID", true);
      if (!signedByAny(signature, trusted, shape)) {
        throw explain(signature, shape);
      }
      return coveredBytes(signature.getSignedInfo().item(0), shape.signed());
    } catch (XMLSecurityException | IOException e) {
      throw Refusal.of(
          CheckName.SIGNATURE, ReasonCode.SIGNATURE_INVALID, "a signature", "an unreadable one");
    }
  }

  /**
   * Verifies a signature that stands beside what it signs (Bindings 3.4.4.1).
   *
   * @param algorithms names of the same algorithm in the encodings of its result
   */
  void verifyDetached(
      String keyAlgorithm, List<String> algorithms, byte[] content, byte[] signature)
      throws Refusal {
    for (var certificate : trusted) {
      for (String algorithm : algorithms) {
        if (certificate.keyAlgorithm().equals(keyAlgorithm)
            && verifies(certificate, algorithm, content, signature)) {
          return;
        }
      }
    }
    String known =
        trusted.stream().map(IdpCertificate::fingerprint).collect(Collectors.joining(", "));
    throw Refusal.of(
        CheckName.SIGNATURE, ReasonCode.SIGNATURE_INVALID, "SHA-256 " + known, "another key");
  }

  private static boolean verifies(
      IdpCertificate certificate, String algorithm, byte[] content, byte[] signature) {
    try {
      var verifier = Signature.getInstance(algorithm);
      verifier.initVerify(certificate.certificate().getPublicKey());
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // not a signature of this key, e.g. of another length
    }
  }

  private static boolean signedByAny(
      XMLSignature signature, List<IdpCertificate> certificates, SignatureShape shape) {
    for (var certificate : certificates) {
      if (certificate.keyAlgorithm().equals(shape.keyAlgorithm())
          && verifies(signature, certificate)) {
        return true;
      }
    }
    return false;
  }

  private static boolean verifies(XMLSignature signature, IdpCertificate certificate) {
    try {
      return signature.checkSignatureValue(certificate.certificate().getPublicKey());
    } catch (XMLSecurityException e) {
      return false; // not a signature of this key, e.g. of another length
    }
  }

  private static byte[] coveredBytes(Reference reference, Element signed)
      throws Refusal, XMLSecurityException, IOException {
    if (reference.getContentsBeforeTransformation().getSubNode() != signed) {
      throw Refusal.of(
          CheckName.SIGNATURE_POSITION, ReasonCode.SIGNATURE_REFERENCE, "its parent", "another");
    }
    byte[] bytes = reference.getContentsAfterTransformation().getBytes();
    // The library has verified this digest; verified again over the very bytes that will be read,
    // so that a canonicalization that yields nothing, or something else, can never pass.
    var digest = reference.getMessageDigestAlgorithm();
    digest.reset();
    digest.update(bytes);
    if (bytes.length == 0 || !MessageDigest.isEqual(digest.digest(), reference.getDigestValue())) {
      throw Refusal.of(CheckName.SIGNATURE, ReasonCode.DIGEST_MISMATCH, "signed content", "other");
    }
    return bytes;
  }

  private Refusal explain(XMLSignature signature, SignatureShape shape) {
    if (signedByAny(signature, tooWeak, shape)) {
      return weakKey(tooWeak.getFirst());
    }
    var untouched =
        trusted.stream()
            .filter(certificate -> certificate.keyAlgorithm().equals(shape.keyAlgorithm()))
            .anyMatch(certificate -> SignedInfoCheck.isSignedBy(signature, certificate));
    if (untouched) {
      return Refusal.of(
          CheckName.SIGNATURE,
          ReasonCode.DIGEST_MISMATCH,
          "the content that was signed",
          shape.signed().getLocalName() + " altered after signing");
    }
    String known =
        trusted.stream().map(IdpCertificate::fingerprint).collect(Collectors.joining(", "));
    return Refusal.of(
        CheckName.SIGNATURE,
        ReasonCode.SIGNATURE_INVALID,
        "SHA-256 " + known,
        ClaimedCertificate.of(shape.signature()));
  }

  private static boolean strongEnough(IdpCertificate certificate, Policy policy) {
    return !certificate.isWeak()
        || (policy == Policy.LEGACY
            && certificate.keyAlgorithm().equals("RSA")
            && certificate.keyBits() >= 1024);
  }

  private static Refusal weakKey(IdpCertificate certificate) {
    return Refusal.of(
        CheckName.ALGORITHMS,
        ReasonCode.WEAK_KEY,
        "RSA of 2048 bits or more, or EC of 256",
        certificate.keyAlgorithm() + " of " + certificate.keyBits() + " bits");
  }
}
