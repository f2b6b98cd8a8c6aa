package dev.gatehouse.connection.idp;

import dev.gatehouse.languages.Sentence;

/** What an admin is told about what was given to us, or found at the identity provider. */
public enum AdminText {
  CERTIFICATE_EXPIRED("The certificate expired on {{day}}."),
  CERTIFICATE_EXPIRES_SOON("The certificate expires on {{day}}."),
  KEY_TOO_SHORT("The certificate's key is too short; responses signed with it are refused."),
  PRIVATE_KEY(
      "This contains a private key. Never send that to anybody: replace it at the identity provider, and give us the certificate alone."),
  METADATA_OF_EVERY_TENANT(
      "This is the metadata of every Microsoft tenant. Copy the App Federation Metadata Url of your app, on card 3 SAML Certificates."),
  OKTA_ADMIN_CONSOLE(
      "This is an address of Okta's admin console. Copy the Metadata URL on the app's Sign On tab."),
  OKTA_SIGN_ON_URL(
      "This is Okta's sign-on URL. The Metadata URL on the Sign On tab ends in /sso/saml/metadata."),
  KEYS_OF_THE_TENANT(
      "The address lacks ?appid=, so it lists the tenant's keys, not the one that your app signs with. Copy the App Federation Metadata Url, on card 3 SAML Certificates."),
  PLAIN_LOGOUT("The single logout address is not encrypted (http); signing out works without it."),
  GOOGLE_SWAPPED(
      "Entity ID and SSO URL are swapped: Google's SSO URL is the one with /idp? in it."),
  OTHER_PROVIDER(
      "This looks like {{found}}, but the connection was created for {{picked}}; its set-up guide may not fit."),
  ANOTHER_PROVIDER("another provider"),
  SIGN_ON_URL_REFUSED("The sign-on URL must be a plain https address."),
  ENDPOINT_REFUSED("The configuration names an address that we do not use. {{why}}"),
  NOT_HTTPS("It is not an https address."),
  SECRET_ID(
      "This looks like the Secret ID. Under Certificates & secrets copy the Value, which Microsoft shows only once."),
  SCOPE_NOT_ANNOUNCED(
      "The identity provider does not announce the scope {{scopes}}; it may refuse the sign-in."),
  HOSTED_DOMAINS_UNUSED("Hosted domains are checked for Google alone; they do nothing here."),
  SHA1_ALLOWED("Signatures with SHA-1, which can be forged, are let through until {{day}}."),
  NO_METADATA_URL("The configuration has no metadata address any more."),
  METADATA_OF_ANOTHER("The metadata is of another identity provider."),
  ENTITY_ID_GONE("The metadata does not have this entity ID.");

  private final String text;

  AdminText(String text) {
    this.text = text;
  }

  /** In English, with its places for values if it has some. */
  public String text() {
    return text;
  }

  /** In English, with the values in the order of its places. */
  public String with(Object... values) {
    return new Sentence(text).with(values);
  }
}
