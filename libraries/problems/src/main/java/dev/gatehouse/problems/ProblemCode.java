package dev.gatehouse.problems;

import java.net.URI;
import java.util.Locale;

/**
 * Every problem that an API of Gatehouse answers with. The code is stable: clients switch on it.
 * {@code docs/problems.md} is made from this list.
 */
public enum ProblemCode {

  // What every API may answer.
  INVALID_REQUEST(
      400,
      "The request is not valid",
      "A field is missing, malformed or out of range.",
      "Correct the fields named in errors and send the request again."),
  MALFORMED_ID(
      400,
      "The id is malformed",
      "The id does not have the prefix or the length of an id of this kind.",
      "Use the id exactly as it was returned."),
  UNAUTHENTICATED(
      401,
      "A valid access token is required",
      "The Authorization header is missing, or its token is expired, malformed or meant for someone else.",
      "Get a new token and send it as: Authorization: Bearer <token>."),
  PERMISSION_DENIED(
      403,
      "You do not have the permission for this",
      "Your role in this organization lacks the permission named in permission.",
      "Ask an administrator of the organization, or the platform, to give you a role with that permission."),
  OPERATORS_ONLY(
      403,
      "Only operators of the platform can do this",
      "The call changes something that belongs to the platform, not to one organization.",
      "Call with an operator's access token."),
  SELF_SERVE_SSO_DISABLED(
      403,
      "Self-serve single sign-on is switched off",
      "The platform has not switched self-serve single sign-on on for this organization; sign-in is not affected.",
      "Ask the platform to allow this organization to set up SSO."),
  CONFIRMATION_REQUIRED(
      409,
      "Somebody of the organization has to confirm this",
      "People sign in with it now; the holder of a set-up link may prepare a change, but not make it.",
      "Ask an administrator of the organization, or the platform, to do this step."),
  SETUP_LINK_INVALID(
      404,
      "The set-up link is not valid",
      "There is no such link, or not all of it arrived.",
      "Copy the whole link, or ask whoever sent it for a new one."),
  SETUP_LINK_EXPIRED(
      410,
      "The set-up link has expired",
      "It was good for a limited time, which is over.",
      "Ask whoever sent it for a new one."),
  SETUP_LINK_REVOKED(
      410,
      "The set-up link was revoked",
      "Whoever made it has taken it back, or may not set up anything there any more.",
      "Ask whoever sent it for a new one."),
  SETUP_LINK_IN_USE_ELSEWHERE(
      409,
      "The set-up link was opened in another browser",
      "A link belongs to the browser that opens it first, so that nobody who comes by it later can use it.",
      "Go on in that browser, or ask for a new link. If it was not you who opened it, have it revoked."),
  NOT_FOUND(
      404,
      "There is no such thing",
      "Nothing with this id exists, or it belongs to an organization that you may not see.",
      "Check the id and the organization."),
  METHOD_NOT_ALLOWED(
      405,
      "This method is not supported here",
      "The address exists but does not support this HTTP method.",
      "See the OpenAPI document of the service."),
  CONFLICT(
      409,
      "The request conflicts with the present state",
      "Something else already holds what the request asks for.",
      "Read the present state and decide again."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "The idempotency key was used for another request",
      "The same Idempotency-Key came earlier with a different body or address.",
      "Use a new key for a new request."),
  PRECONDITION_FAILED(
      412,
      "Somebody changed it meanwhile",
      "The If-Match header does not name the present version.",
      "Read it again, look at what changed, and repeat your change with the new ETag."),
  PRECONDITION_REQUIRED(
      428,
      "If-Match is required",
      "Two people may edit this; without If-Match one would overwrite the other.",
      "Send the ETag of the version that you read as If-Match."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The content type is not supported",
      "The body is not of a type that this address reads.",
      "Send application/json."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "The limit of this call was reached.",
      "Wait a moment and try again; Retry-After says how many seconds."),
  INTERNAL_ERROR(
      500,
      "Something went wrong on our side",
      "The request could not be finished; nothing half-done was kept.",
      "Try again; if it stays, tell the platform the traceId."),
  SERVICE_UNAVAILABLE(
      503,
      "The service is not available just now",
      "A part that this call needs is down or overloaded.",
      "Wait a moment and try again; Retry-After says how many seconds."),

  // org-service
  SLUG_TAKEN(
      409, "The slug is taken", "Another organization uses this slug.", "Choose another slug."),
  EXTERNAL_ID_TAKEN(
      409,
      "The external id is taken",
      "Another organization or member already carries this external id.",
      "Look that one up by its external id instead of creating it again."),
  MEMBER_EXISTS(
      409,
      "The person is a member already",
      "A member with this email or external id exists in the organization.",
      "Change the existing member."),
  MEMBER_REVOKED(
      409,
      "The member was removed",
      "A removed member is kept out and cannot be changed.",
      "Invite the same email again to let the person back in."),
  ROLE_EXISTS(
      409,
      "The role exists already",
      "A role with this key exists in the organization.",
      "Choose another key or change the existing role."),
  ROLE_UNKNOWN(
      422,
      "There is no such role",
      "The role key names no role of this organization.",
      "List the roles and use one of their keys."),
  ROLE_IN_USE(
      409,
      "Members still have this role",
      "A role can be deleted only when no member has it.",
      "Give those members another role first."),
  ROLE_BUILT_IN(
      409,
      "Built-in roles cannot be changed",
      "org:admin and org:member are fixed.",
      "Create a role of your own."),
  LAST_ADMIN(
      409,
      "The organization needs an administrator",
      "This would remove the last member who can manage members.",
      "Make someone else an administrator first."),
  PERMISSION_UNKNOWN(
      422,
      "There is no such permission",
      "The permission is neither one of ours nor spelled org:<feature>:<action>.",
      "Correct its spelling."),

  // domain-verification-service
  DOMAIN_INVALID(
      422,
      "This is not a domain name",
      "The text cannot be read as a domain name, even leniently.",
      "Enter a name such as acme.com, without a path."),
  DOMAIN_PUBLIC_SUFFIX(
      422,
      "This name belongs to everybody",
      "It is a public suffix such as co.uk or github.io, under which anybody may register.",
      "Enter the domain of the organization itself."),
  DOMAIN_CONSUMER_MAIL(
      422,
      "Consumer mail domains cannot be claimed",
      "Anybody can have an address there; nobody may own its sign-ins.",
      "Enter a domain that the organization owns."),
  DOMAIN_ALREADY_CLAIMED(
      409,
      "The organization has this domain already",
      "It is listed among the organization's domains.",
      "Use the existing entry."),
  DOMAIN_OWNED_ELSEWHERE(
      409,
      "Another organization holds this domain",
      "One organization holds a name at a time.",
      "If it is yours, ask the platform."),
  DOMAIN_NOT_PENDING(
      409,
      "The domain is not waiting for proof",
      "Only a domain that is pending, or whose record went missing, has a record to look for.",
      "Read its status."),
  CHECKED_JUST_NOW(
      429,
      "We looked just now",
      "One look at a time; looking more often finds nothing more.",
      "Wait a few seconds and look again; we look by ourselves as well."),

  // connection-service
  PROVIDER_UNKNOWN(
      422,
      "There is no such identity provider",
      "The provider key is not in the catalogue.",
      "List /v1/identity-providers and use one of the keys."),
  METADATA_UNREADABLE(
      422,
      "The metadata cannot be read",
      "It is not SAML 2.0 metadata of one identity provider; detail says why.",
      "Copy the metadata again from the identity provider, or fill in the three fields."),
  METADATA_SEVERAL_ENTITIES(
      422,
      "The metadata describes several identity providers",
      "Only one can be used; entities lists them.",
      "Send the same metadata with the entityId that you mean."),
  METADATA_FETCH_REFUSED(
      422,
      "This address cannot be fetched",
      "Only public https addresses are fetched, unless the platform allows a network.",
      "Give a public https address, or paste the metadata itself."),
  METADATA_FETCH_FAILED(
      422,
      "The metadata could not be fetched",
      "The address did not answer with a document in time; detail says what happened.",
      "Check the address in a browser, or paste the metadata itself."),
  CERTIFICATE_UNREADABLE(
      422,
      "The certificate cannot be read",
      "It is neither PEM nor base64 of an X.509 certificate.",
      "Paste the whole certificate, with its BEGIN and END lines."),
  IDP_URL_REFUSED(
      422,
      "The sign-on address cannot be used",
      "People's browsers are sent there, so it must be an absolute https address.",
      "Copy the sign-on URL again from the identity provider."),
  IDP_FIELDS_SWAPPED(
      422,
      "Entity id and sign-on URL are swapped",
      "Each of the two values is in the other's field.",
      "Swap them and send the request again."),
  PROTOCOL_MISMATCH(ConnectionTexts.PROTOCOL_MISMATCH),
  ISSUER_INVALID(ConnectionTexts.ISSUER_INVALID),
  ISSUER_OKTA_ADMIN_HOST(ConnectionTexts.ISSUER_OKTA_ADMIN_HOST),
  ISSUER_ENTRA_SHARED_TENANT(ConnectionTexts.ISSUER_ENTRA_SHARED_TENANT),
  DISCOVERY_FETCH_REFUSED(ConnectionTexts.DISCOVERY_FETCH_REFUSED),
  DISCOVERY_FETCH_FAILED(ConnectionTexts.DISCOVERY_FETCH_FAILED),
  DISCOVERY_UNREADABLE(ConnectionTexts.DISCOVERY_UNREADABLE),
  DISCOVERY_ISSUER_MISMATCH(ConnectionTexts.DISCOVERY_ISSUER_MISMATCH),
  DISCOVERY_ENDPOINT_REFUSED(ConnectionTexts.DISCOVERY_ENDPOINT_REFUSED),
  DISCOVERY_UNSUPPORTED(ConnectionTexts.DISCOVERY_UNSUPPORTED),
  AUTH_METHOD_UNSUPPORTED(ConnectionTexts.AUTH_METHOD_UNSUPPORTED),
  CLIENT_SECRET_MISSING(ConnectionTexts.CLIENT_SECRET_MISSING),
  HOSTED_DOMAINS_REQUIRED(ConnectionTexts.HOSTED_DOMAINS_REQUIRED),
  SUBJECT_SOURCE_REFUSED(ConnectionTexts.SUBJECT_SOURCE_REFUSED),
  METADATA_URL_MISSING(
      409,
      "There is no metadata address to follow",
      "The live revision, or the draft where nothing is live, was not made from a metadata address.",
      "Save the draft by metadataUrl first."),
  ADDRESS_NOT_PROVEN(ConnectionTexts.ADDRESS_NOT_PROVEN),
  SHA1_EXCEPTION_TOO_LONG(ConnectionTexts.SHA1_EXCEPTION_TOO_LONG),
  CONNECTION_INCOMPLETE(
      409,
      "The configuration is not complete",
      "SAML needs entity id, sign-on URL and a trusted certificate; OpenID Connect needs issuer, client id and a way to authenticate.",
      "Complete the fields named in missing."),
  REVISION_UNKNOWN(
      422,
      "There is no such revision",
      "The connection has no revision with this id.",
      "Read the connection and use one of its revisions."),
  REVISION_NOT_TESTED(
      409,
      "This revision has no passed test",
      "Exactly the revision that goes live must have passed a test sign-in.",
      "Start a test run of this revision and sign in."),
  DOMAIN_NOT_VERIFIED(
      409,
      "A domain is not verified",
      "Every domain of the connection must be verified for this organization, and there must be at least one.",
      "Verify the domains named in domains, or take them off the connection."),
  DOMAIN_ASSIGNED_ELSEWHERE(
      409,
      "The domain belongs to another connection",
      "A domain is assigned to at most one connection.",
      "Take it off the other connection first."),
  DOMAIN_CHANGE_CONFIRMATION_REQUIRED(
      409,
      "The change would take effect at once",
      "The connection is active: people at the domains in added and removed are affected immediately.",
      "Look at added and removed, then repeat with confirm: true if that is what you want."),
  DOMAIN_UNKNOWN(
      422,
      "There is no such domain",
      "The id names no domain of this organization.",
      "List the organization's domains."),
  CONNECTION_ACTIVE(
      409,
      "The connection is active",
      "People sign in with it; this is possible only when it is not live.",
      "Deactivate it first."),
  CONNECTION_NOT_ACTIVE(
      409,
      "The connection is not active",
      "There is nothing live to deactivate.",
      "Nothing to do."),
  KEY_UNKNOWN(
      404,
      "There is no such key",
      "The connection has no identity-provider key with this fingerprint.",
      "Read the connection's keys."),
  KEY_ROTATION_NOT_NOW(
      409,
      "The key rotation is not at this step",
      "A rotation begins when the last one is over; the new key is used once, and the old one goes afterwards.",
      "Read the standing of the connection's certificates: next, current, former."),
  NO_TRUSTED_KEY(
      409,
      "There is no trusted key",
      "A connection without a trusted key accepts nobody.",
      "Add and trust the identity provider's current certificate."),
  TEST_RUN_FINISHED(
      409, "The test run is over", "It passed, failed or was abandoned.", "Start a new test run."),
  RELINK_CONFIRMATION_REQUIRED(
      409,
      "People would be relinked",
      "Activating this changes the issuer or the subject; people counts how many.",
      "Repeat with confirmRelink: true if that is what you want."),

  // sso-gateway
  REDIRECT_URI_INVALID(
      422,
      "The redirect URI is not acceptable",
      "It must be absolute, https (http only for loopback), without fragment or wildcard.",
      "Correct the URI."),
  CONNECTION_UNKNOWN(
      422,
      "There is no such connection",
      "The id names no connection that the gateway knows.",
      "Use the id as returned by connection-service.");

  private final int status;
  private final String title;
  private final String meaning;
  private final String remedy;

  ProblemCode(int status, String title, String meaning, String remedy) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  ProblemCode(ProblemText text) {
    this(text.status(), text.title(), text.meaning(), text.remedy());
  }

  /** The stable code on the wire, for example {@code revision_not_tested}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Identifies the problem type (RFC 9457 section 3.1.1). */
  public URI type() {
    return URI.create("urn:gatehouse:problem:" + code());
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** What is the matter, in one line. */
  public String title() {
    return title;
  }

  /** What it means. */
  public String meaning() {
    return meaning;
  }

  /** What to do next. */
  public String remedy() {
    return remedy;
  }
}
