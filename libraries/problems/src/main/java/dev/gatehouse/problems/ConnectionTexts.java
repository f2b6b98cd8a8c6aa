package dev.gatehouse.problems;

/** Why the configuration of a connection is refused, beyond SAML metadata. */
final class ConnectionTexts {

  private ConnectionTexts() {}

  static final ProblemText PROTOCOL_MISMATCH =
      new ProblemText(
          422,
          "The connection speaks another protocol",
          "Metadata, certificates and options are for SAML connections; oidc is for OpenID Connect ones.",
          "Send what fits the connection's protocol, or create another connection.");

  static final ProblemText ISSUER_INVALID =
      new ProblemText(
          422,
          "This is not an issuer",
          "An issuer is an https address without user name, question mark or fragment.",
          "Copy the issuer, or the address of its configuration, again from the identity provider.");

  static final ProblemText ISSUER_OKTA_ADMIN_HOST =
      new ProblemText(
          422,
          "This is the address of Okta's admin console",
          "Okta's issuer is the same address without -admin.",
          "Enter the address named in detail.");

  static final ProblemText ISSUER_ENTRA_SHARED_TENANT =
      new ProblemText(
          422,
          "This issuer is every Microsoft tenant's",
          "With common, organizations or consumers, people of any tenant could sign in.",
          "Enter the issuer with your own Directory (tenant) ID, from Overview, Endpoints.");

  static final ProblemText DISCOVERY_FETCH_REFUSED =
      new ProblemText(
          422,
          "The issuer cannot be fetched from",
          "Only public https addresses are fetched, unless the platform allows a network.",
          "Give an issuer whose address is public.");

  static final ProblemText DISCOVERY_FETCH_FAILED =
      new ProblemText(
          422,
          "The configuration could not be fetched",
          "The address did not answer with a document in time; detail says what happened.",
          "Open the issuer followed by /.well-known/openid-configuration in a browser.");

  static final ProblemText DISCOVERY_UNREADABLE =
      new ProblemText(
          422,
          "The configuration cannot be used",
          "It is not an OpenID Connect configuration, or an address is missing in it.",
          "Check that the issuer is that of an OpenID provider.");

  static final ProblemText DISCOVERY_ISSUER_MISMATCH =
      new ProblemText(
          422,
          "The configuration belongs to another issuer",
          "The issuer in the document must be exactly the address that it was found at.",
          "Enter the issuer as received says, if that one is yours.");

  static final ProblemText DISCOVERY_ENDPOINT_REFUSED =
      new ProblemText(
          422,
          "The configuration names an address that cannot be used",
          "Every address in it must be public and https, unless the platform allows a network.",
          "Correct the address named in received at the identity provider.");

  static final ProblemText DISCOVERY_UNSUPPORTED =
      new ProblemText(
          422,
          "The identity provider does not offer what is needed",
          "The authorization code flow, an asymmetric signature and a way to authenticate are needed.",
          "Turn on what detail names at the identity provider.");

  static final ProblemText AUTH_METHOD_UNSUPPORTED =
      new ProblemText(
          422,
          "The identity provider does not offer this way to authenticate",
          "offered lists those that it announces and that can be used.",
          "Choose one of those in offered.");

  static final ProblemText CLIENT_SECRET_MISSING =
      new ProblemText(
          422,
          "The client secret is needed",
          "There is none yet for this issuer and client; a secret never moves to another one.",
          "Send clientSecret, or choose private_key_jwt.");

  static final ProblemText HOSTED_DOMAINS_REQUIRED =
      new ProblemText(
          422,
          "The Workspace's domain is needed",
          "Google has one issuer for everybody; without hosted domains it would not be clear whose people may sign in.",
          "Send the primary domain of your Google Workspace in hostedDomains.");

  static final ProblemText SUBJECT_SOURCE_REFUSED =
      new ProblemText(
          422,
          "People cannot be known by this claim",
          "It must name one person for ever; detail says why this one does not.",
          "Use sub, or a claim with an identifier that never changes.");

  static final ProblemText ADDRESS_NOT_PROVEN =
      new ProblemText(
          422,
          "The address is not on a proven host",
          "ACS URL and entity id may be moved in only as https addresses on hosts that the platform has proven to be its own.",
          "Add the host of the address named in field to gatehouse.proven-hosts, or leave the field out.");

  static final ProblemText SHA1_EXCEPTION_TOO_LONG =
      new ProblemText(
          422,
          "The exception for SHA-1 is too long",
          "SHA-1 can be forged; an exception ends after ninety days at the latest.",
          "Choose a time within the next ninety days.");
}
