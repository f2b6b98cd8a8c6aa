package dev.gatehouse.saml;

/** Why a text is no certificate. */
public enum CertificateProblem {
  TOO_LONG("This is too long to be a certificate."),
  OTHER_PEM("This is PEM, but not a certificate; look for BEGIN CERTIFICATE."),
  NOT_A_TEXT_OF_ONE("This is not an X.509 certificate in PEM or base64 form."),
  NOT_ONE("This is not an X.509 certificate.");

  private final String text;

  CertificateProblem(String text) {
    this.text = text;
  }

  /** One sentence for whoever gave it. */
  public String text() {
    return text;
  }
}
