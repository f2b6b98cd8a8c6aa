package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.AuthnRequest;
import java.nio.charset.StandardCharsets;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameIDPolicy;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;

/**
 * Writes authentication requests: no Subject, no SPNameQualifier, and nothing optional unless it
 * was asked for, because one identity provider or another stumbles over each of them.
 */
final class Requests {

  private final RequestWriter writer = new RequestWriter();
  private final EmbeddedSignature signature;

  Requests(EmbeddedSignature signature) {
    this.signature = signature;
  }

  /** The request as XML; embedded signatures belong to the POST binding only. */
  byte[] xml(AuthnRequest request, boolean embedSignature) {
    if (!embedSignature || request.signingKey().isEmpty()) {
      return writer.xml(request);
    }
    var object = object(request);
    signature.sign(object, request.signingKey().get());
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
}
