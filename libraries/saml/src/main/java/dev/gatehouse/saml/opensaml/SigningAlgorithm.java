package dev.gatehouse.saml.opensaml;

import dev.gatehouse.saml.RequestSigningKey;

/** SHA-256 with whatever key we have. */
enum SigningAlgorithm {
  RSA_SHA256("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "SHA256withRSA"),
  ECDSA_SHA256("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", "SHA256withECDSA");

  private final String uri;
  private final String jca;

  SigningAlgorithm(String uri, String jca) {
    this.uri = uri;
    this.jca = jca;
  }

  static SigningAlgorithm of(RequestSigningKey key) {
    return switch (key.privateKey().getAlgorithm()) {
      case "RSA" -> RSA_SHA256;
      case "EC" -> ECDSA_SHA256;
      default -> throw new IllegalArgumentException("requests are signed with RSA or EC keys");
    };
  }

  String uri() {
    return uri;
  }

  String jca() {
    return jca;
  }
}
