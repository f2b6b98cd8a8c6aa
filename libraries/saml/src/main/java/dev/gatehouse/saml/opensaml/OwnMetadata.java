package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.ServiceProvider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
import org.opensaml.saml.saml2.metadata.EncryptionMethod;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.saml.saml2.metadata.SingleLogoutService;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.X509Data;

/** Describes us to an identity provider. */
final class OwnMetadata {

  private OwnMetadata() {}

  static String xml(ServiceProvider provider) {
    var role = XmlObjects.build(SPSSODescriptor.class, SPSSODescriptor.DEFAULT_ELEMENT_NAME);
    role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
    role.setAuthnRequestsSigned(provider.signsRequests());
    role.setWantAssertionsSigned(true);
    for (var certificate : provider.signingCertificates()) {
      role.getKeyDescriptors().add(key(UsageType.SIGNING, certificate));
    }
    for (var certificate : provider.encryptionCertificates()) {
      var key = key(UsageType.ENCRYPTION, certificate);
      key.getEncryptionMethods().add(method(EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM));
      key.getEncryptionMethods().add(method(EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128_GCM));
      key.getEncryptionMethods().add(method(EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP));
      role.getKeyDescriptors().add(key);
    }
    provider
        .sloUrl()
        .ifPresent(url -> {
          role.getSingleLogoutServices().add(logout(SAMLConstants.SAML2_REDIRECT_BINDING_URI, url));
          role.getSingleLogoutServices().add(logout(SAMLConstants.SAML2_POST_BINDING_URI, url));
        });
    var consumer =
        XmlObjects.build(
            AssertionConsumerService.class, AssertionConsumerService.DEFAULT_ELEMENT_NAME);
    consumer.setBinding(SAMLConstants.SAML2_POST_BINDING_URI);
    consumer.setLocation(provider.acsUrl());
    consumer.setIndex(0);
    consumer.setIsDefault(true);
    role.getAssertionConsumerServices().add(consumer);

    var entity = XmlObjects.build(EntityDescriptor.class, EntityDescriptor.DEFAULT_ELEMENT_NAME);
    entity.setEntityID(provider.entityId());
    entity.getRoleDescriptors().add(role);
    return XmlObjects.text(entity);
  }

  private static SingleLogoutService logout(String binding, String url) {
    var service =
        XmlObjects.build(SingleLogoutService.class, SingleLogoutService.DEFAULT_ELEMENT_NAME);
    service.setBinding(binding);
    service.setLocation(url);
    return service;
  }

  private static KeyDescriptor key(UsageType use, X509Certificate certificate) {
    var encoded =
        XmlObjects.build(
            org.opensaml.xmlsec.signature.X509Certificate.class,
            org.opensaml.xmlsec.signature.X509Certificate.DEFAULT_ELEMENT_NAME);
    encoded.setValue(base64(certificate));
    var data = XmlObjects.build(X509Data.class, X509Data.DEFAULT_ELEMENT_NAME);
    data.getX509Certificates().add(encoded);
    var info = XmlObjects.build(KeyInfo.class, KeyInfo.DEFAULT_ELEMENT_NAME);
    info.getX509Datas().add(data);
    var key = XmlObjects.build(KeyDescriptor.class, KeyDescriptor.DEFAULT_ELEMENT_NAME);
    key.setUse(use);
    key.setKeyInfo(info);
    return key;
  }

  private static EncryptionMethod method(String algorithm) {
    var method = XmlObjects.build(EncryptionMethod.class, EncryptionMethod.DEFAULT_ELEMENT_NAME);
    method.setAlgorithm(algorithm);
    return method;
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has an encoding", e);
    }
  }
}
