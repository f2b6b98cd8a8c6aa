package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.IdpCertificate;
import org.w3c.dom.Element;

/** Names the certificate that a message carries, so that an admin can compare; never trusted. */
final class ClaimedCertificate {

  private ClaimedCertificate() {}

  static String of(Element signature) {
    var text =
        Elements.child(signature, Names.SIGNATURE, "KeyInfo")
            .flatMap(info -> Elements.child(info, Names.SIGNATURE, "X509Data"))
            .flatMap(data -> Elements.child(data, Names.SIGNATURE, "X509Certificate"))
            .map(Element::getTextContent);
    if (text.isEmpty()) {
      return "a key that the message does not name";
    }
    try {
      return "SHA-256 " + IdpCertificate.parse(text.get()).fingerprint();
    } catch (IllegalArgumentException e) {
      return "an unreadable certificate";
    }
  }
}
