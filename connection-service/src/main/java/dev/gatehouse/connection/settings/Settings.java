package dev.gatehouse.connection.settings;

/** What a revision fixes about one identity provider, in whatever language it is spoken to. */
public sealed interface Settings permits SamlSettings, OidcSettings {

  /** The SAML entity id or the OpenID Connect issuer. */
  String issuer();

  /** Whether a person of these settings is recognised by the same value as with the others. */
  boolean hasSubjectOf(Settings other);

  /** Whether people known by the other settings are known by these under the same names. */
  default boolean namesPeopleLike(Settings other) {
    return issuer().equals(other.issuer()) && hasSubjectOf(other);
  }
}
