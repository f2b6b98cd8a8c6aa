package dev.gatehouse.sandbox.app;

/** How Brightdesk is registered with its OpenID provider. */
record AppSettings(String issuer, String clientId, String clientSecret, String scope) {
  static final String USUAL_SCOPE = "openid email profile";

  public boolean complete() {
    return !issuer.isBlank() && !clientId.isBlank();
  }

  @Override
  public String toString() {
    return "AppSettings[" + issuer + ", " + clientId + "]";
  }
}
