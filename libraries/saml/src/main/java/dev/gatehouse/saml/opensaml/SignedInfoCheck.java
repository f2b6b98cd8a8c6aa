package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.IdpCertificate;
import java.io.ByteArrayOutputStream;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;

/** Tells a foreign key from altered content, for the explanation only: it accepts nothing. */
final class SignedInfoCheck {

  private SignedInfoCheck() {}

  static boolean isSignedBy(XMLSignature signature, IdpCertificate certificate) {
    try {
      var info = signature.getSignedInfo();
      var bytes = new ByteArrayOutputStream();
      info.signInOctetStream(bytes);
      var algorithm = info.getSignatureAlgorithm();
      algorithm.initVerify(certificate.certificate().getPublicKey());
      algorithm.update(bytes.toByteArray());
      return algorithm.verify(signature.getSignatureValue());
    } catch (XMLSecurityException e) {
      return false;
    }
  }
}
