package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.RequestSigningKey;
import org.opensaml.security.SecurityException;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.SignableXMLObject;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureSupport;

/** Puts a signature into a message of ours, as the POST binding wants it. */
final class EmbeddedSignature {

  private final X509KeyInfoGeneratorFactory keyInfo = new X509KeyInfoGeneratorFactory();

  EmbeddedSignature() {
    keyInfo.setEmitEntityCertificate(true);
  }

  void sign(SignableXMLObject object, RequestSigningKey key) {
    var credential = new BasicX509Credential(key.certificate(), key.privateKey());
    var parameters = new SignatureSigningParameters();
    parameters.setSigningCredential(credential);
    parameters.setSignatureAlgorithm(SigningAlgorithm.of(key).uri());
    parameters.setSignatureReferenceDigestMethod(SignatureConstants.ALGO_ID_DIGEST_SHA256);
    parameters.setSignatureCanonicalizationAlgorithm(
        SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
    parameters.setKeyInfoGenerator(keyInfo.newInstance());
    try {
      SignatureSupport.signObject(object, parameters);
    } catch (SecurityException
        | SignatureException
        | org.opensaml.core.xml.io.MarshallingException e) {
      throw new IllegalArgumentException("the request signing key cannot sign", e);
    }
  }
}
