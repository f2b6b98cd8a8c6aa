package dev.gatehouse.sandbox.idp.admin;

import dev.gatehouse.sandbox.idp.key.IdpKey;
import dev.gatehouse.sandbox.idp.key.IdpKeys;
import dev.gatehouse.sandbox.idp.signin.IdpAddress;
import dev.gatehouse.sandbox.idp.xml.Node;
import dev.gatehouse.sandbox.idp.xml.SafeXml;
import dev.gatehouse.sandbox.idp.xml.Saml;
import jakarta.inject.Singleton;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** Describes the identity provider as SAML metadata, every announced key in it. */
@Singleton
final class IdpMetadata {
  private final IdpAddress address;
  private final IdpKeys keys;

  IdpMetadata(IdpAddress address, IdpKeys keys) {
    this.address = address;
    this.keys = keys;
  }

  String xml() {
    Node entity =
        Node.root(Saml.METADATA, "EntityDescriptor")
            .declare(Saml.XMLDSIG)
            .with("entityID", address.entityId());
    Node idp =
        entity
            .child(Saml.METADATA, "IDPSSODescriptor")
            .with("protocolSupportEnumeration", Saml.PROTOCOL)
            .with("WantAuthnRequestsSigned", "false");
    for (IdpKey key : keys.all()) {
      idp.child(Saml.METADATA, "KeyDescriptor")
          .with("use", "signing")
          .child(Saml.XMLDSIG, "KeyInfo")
          .child(Saml.XMLDSIG, "X509Data")
          .child(Saml.XMLDSIG, "X509Certificate")
          .text(base64(key));
    }
    endpoint(idp, "SingleLogoutService", Saml.REDIRECT, address.sloUrl());
    endpoint(idp, "SingleLogoutService", Saml.POST, address.sloUrl());
    idp.child(Saml.METADATA, "NameIDFormat").text(Saml.PERSISTENT);
    idp.child(Saml.METADATA, "NameIDFormat").text(Saml.EMAIL);
    endpoint(idp, "SingleSignOnService", Saml.REDIRECT, address.ssoUrl());
    endpoint(idp, "SingleSignOnService", Saml.POST, address.ssoUrl());
    return SafeXml.write(entity.element().getOwnerDocument());
  }

  private static void endpoint(Node idp, String name, String binding, String url) {
    idp.child(Saml.METADATA, name).with("Binding", binding).with("Location", url);
  }

  private static String base64(IdpKey key) {
    try {
      return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("A certificate that cannot be encoded.", e);
    }
  }
}
