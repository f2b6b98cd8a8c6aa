package dev.gatehouse.connection.idp;

import dev.gatehouse.saml.IdpCertificate;

/** Reads a certificate that somebody pasted. */
public final class Certificates {

  private Certificates() {}

  /** Throws an {@link IllegalArgumentException} whose message is for the admin. */
  public static IdpCertificate read(String text) {
    if (text.contains("PRIVATE KEY")) {
      throw new IllegalArgumentException(AdminText.PRIVATE_KEY.text());
    }
    return IdpCertificate.parse(text);
  }
}
