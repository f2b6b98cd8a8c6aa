package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.AuthnRequest;
import dev.gatehouse.saml.RequestSigningKey;
import java.nio.charset.StandardCharsets;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameIDPolicy;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;
import org.opensaml.security.SecurityException;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureSupport;

/**
 * Writes authentication requests: no Subject, no SPNameQualifier, and nothing optional unless it
 * was asked for, because one identity provider or another stumbles over each of them.
 */
final class Requests {

  private final X509KeyInfoGeneratorFactory keyInfo = new X509KeyInfoGeneratorFactory();

  Requests() {
    keyInfo.setEmitEntityCertificate(true);
  }

  /** The request as XML; embedded signatures belong to the POST binding only. */
  byte[] xml(AuthnRequest request, boolean embedSignature) {
    var object = object(request);
    if (embedSignature && request.signingKey().isPresent()) {
      sign(object, request.signingKey().get());
    }
    return XmlObjects.text(object).getBytes(StandardCharsets.UTF_8);
  }

  private static org.opensaml.saml.saml2.core.AuthnRequest object(AuthnRequest request) {
    var object =
        XmlObjects.build(
            org.opensaml.saml.saml2.core.AuthnRequest.class,
            org.opensaml.saml.saml2.core.AuthnRequest.DEFAULT_ELEMENT_NAME);
    object.setID(request.id());
    object.setVersion(SAMLVersion.VERSION_20);
    object.setIssueInstant(request.issueInstant());
    object.setDestination(request.destination());
    object.setAssertionConsumerServiceURL(request.acsUrl());
    object.setProtocolBinding(SAMLConstants.SAML2_POST_BINDING_URI);
    if (request.forceAuthn()) {
      object.setForceAuthn(true);
    }
    var issuer = XmlObjects.build(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
    issuer.setValue(request.issuer());
    object.setIssuer(issuer);
    request.nameIdFormat().ifPresent(format -> object.setNameIDPolicy(policy(format)));
    request
        .requestedAuthnContext()
        .ifPresent(context -> object.setRequestedAuthnContext(exactly(context)));
    return object;
  }

  private static NameIDPolicy policy(String format) {
    var policy = XmlObjects.build(NameIDPolicy.class, NameIDPolicy.DEFAULT_ELEMENT_NAME);
    policy.setFormat(format);
    policy.setAllowCreate(true);
    return policy;
  }

  private static RequestedAuthnContext exactly(String context) {
    var reference =
        XmlObjects.build(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
    reference.setURI(context);
    var requested =
        XmlObjects.build(RequestedAuthnContext.class, RequestedAuthnContext.DEFAULT_ELEMENT_NAME);
    requested.setComparison(AuthnContextComparisonTypeEnumeration.EXACT);
    requested.getAuthnContextClassRefs().add(reference);
    return requested;
  }

  private void sign(org.opensaml.saml.saml2.core.AuthnRequest object, RequestSigningKey key) {
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
