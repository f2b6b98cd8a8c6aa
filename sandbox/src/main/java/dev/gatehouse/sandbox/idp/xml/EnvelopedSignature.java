package dev.gatehouse.sandbox.idp.xml;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;

/** Signs an element the one way SAML Core 5.4 allows: enveloped, exclusive C14N, by its ID. */
public final class EnvelopedSignature {
  /** How strong the signature is; SHA-1 exists only to be refused. */
  public enum Strength {
    SHA256(SignatureMethod.RSA_SHA256, DigestMethod.SHA256),
    SHA1(SignatureMethod.RSA_SHA1, DigestMethod.SHA1);

    private final String signature;
    private final String digest;

    Strength(String signature, String digest) {
      this.signature = signature;
      this.digest = digest;
    }
  }

  static {
    // Otherwise base64 is broken by CR LF, which XML then carries as &#13;.
    System.setProperty("com.sun.org.apache.xml.internal.security.ignoreLineBreaks", "true");
  }

  private EnvelopedSignature() {}

  /** The schema wants the signature right behind the Issuer. */
  public static void sign(
      Node node, PrivateKey key, X509Certificate certificate, Strength strength) {
    Element element = node.element();
    element.setIdAttribute("ID", true);
    Element issuer = node.first(Saml.ASSERTION, "Issuer").orElseThrow().element();
    DOMSignContext context =
        issuer.getNextSibling() == null
            ? new DOMSignContext(key, element)
            : new DOMSignContext(key, element, issuer.getNextSibling());
    context.setDefaultNamespacePrefix("ds");
    context.setProperty("org.jcp.xml.dsig.secureValidation", strength == Strength.SHA256);
    try {
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      var reference =
          factory.newReference(
              "#" + element.getAttribute("ID"),
              factory.newDigestMethod(strength.digest, null),
              List.of(
                  factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                  factory.newTransform(
                      CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
              null,
              null);
      var signedInfo =
          factory.newSignedInfo(
              factory.newCanonicalizationMethod(
                  CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
              factory.newSignatureMethod(strength.signature, null),
              List.of(reference));
      var keys = factory.getKeyInfoFactory();
      var keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
      factory.newXMLSignature(signedInfo, keyInfo).sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("The JDK could not sign.", e);
    }
  }
}
